  private void sweep() {
    nextSweep = Long.MAX_VALUE;
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= SWEEP_NANOS) {
            due.add(context);
          } else {
            nextSweep = Math.min(nextSweep, context.deadline());
          }
        });
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = Math.max(nextSweep, now + SWEEP_NANOS);
  }
