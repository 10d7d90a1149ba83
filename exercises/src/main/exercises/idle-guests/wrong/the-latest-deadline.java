  private void sweep() {
    nextSweep = now;
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            due.add(context);
          } else {
            nextSweep = Math.max(nextSweep, context.deadline());
          }
        });
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = Math.max(nextSweep, now + SWEEP_NANOS);
  }
