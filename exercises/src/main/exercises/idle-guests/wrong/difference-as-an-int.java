  /** Looks at every connection's deadline; rarely, for the earliest decides when to look again. */
  private void sweep() {
    nextSweep = Long.MAX_VALUE;
    contexts.forEach(
        context -> {
          if ((int) (context.deadline() - now) <= 0) {
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
