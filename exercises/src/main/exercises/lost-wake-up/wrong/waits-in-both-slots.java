  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (!event.concerns(mask)) {
      store(context.waker(), Direction.READ);
      store(context.waker(), Direction.WRITE);
      event = look(mask);
    }
    return event.concerns(mask) ? Poll.ready(event) : Poll.pending();
  }
