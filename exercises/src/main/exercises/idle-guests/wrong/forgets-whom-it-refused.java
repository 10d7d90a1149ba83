  private void sweep() {
    long[] next = {now + (Long.MAX_VALUE >> 1)};
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            due.add(context);
          } else if (context.deadline() - next[0] < 0) {
            next[0] = context.deadline();
          }
        });
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
    nextSweep = Math.max(next[0], now + SWEEP_NANOS);
  }
