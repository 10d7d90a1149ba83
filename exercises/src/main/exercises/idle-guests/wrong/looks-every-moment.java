  private void sweep() {
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            due.add(context);
          }
        });
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = now + SWEEP_NANOS;
  }
