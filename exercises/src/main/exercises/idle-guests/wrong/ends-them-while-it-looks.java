  private void sweep() {
    nextSweep = Long.MAX_VALUE;
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            call(context, RequestContext::timeoutCallback);
          } else {
            nextSweep = Math.min(nextSweep, context.deadline());
          }
        });
    nextSweep = Math.max(nextSweep, now + SWEEP_NANOS);
  }
