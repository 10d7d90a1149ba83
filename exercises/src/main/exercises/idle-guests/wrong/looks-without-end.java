  private void sweep() {
    contexts.forEach(
        context -> {
          if (context.deadline() - now <= 0) {
            due.add(context);
          } else {
            nextSweep = Math.min(nextSweep, context.deadline());
          }
        });
    for (RequestContext context : due) {
      call(context, RequestContext::timeoutCallback);
    }
    due.clear();
  }
