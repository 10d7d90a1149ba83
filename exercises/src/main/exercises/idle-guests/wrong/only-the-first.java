  private void sweep() {
    nextSweep = Long.MAX_VALUE;
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            due.add(context);
          } else {
            nextSweep = Math.min(nextSweep, context.deadline());
          }
        });
    if (!due.isEmpty()) {
      call(due.get(0), RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = Math.max(nextSweep, now + SWEEP_NANOS);
  }
