  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (!event.concerns(mask)) {
      store(context.waker(), direction);
      event = look(-1);
    }
    return event.bits() != 0 || event.shutdown() ? Poll.ready(event) : Poll.pending();
  }
