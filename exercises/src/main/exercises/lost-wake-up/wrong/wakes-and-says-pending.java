  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (event.concerns(mask)) {
      return Poll.ready(event);
    }
    store(context.waker(), direction);
    if (look(mask).concerns(mask)) {
      context.waker().wakeByRef();
    }
    return Poll.pending();
  }
