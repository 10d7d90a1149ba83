  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (!event.concerns(mask)) {
      store(context.waker(), direction);
      event = look(mask);
    }
    return (event.bits() & mask) != 0 ? Poll.ready(event) : Poll.pending();
  }
