  private void sweep() {
    contexts.forEach(due::add);
    for (RequestContext context : due) {
      long left = context.deadline() - now;
      if (left > 0) {
        clock.pause(left);
        now = clock.nanos();
      }
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = now + SWEEP_NANOS;
  }
