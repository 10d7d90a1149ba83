  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    store(context.waker(), direction);
    ReadyEvent event = look(mask);
    return event.concerns(mask) ? Poll.ready(event) : Poll.pending();
  }
