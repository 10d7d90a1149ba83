  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (!event.concerns(mask)) {
      store(context.waker(), direction);
      event = look(mask);
      if (event.concerns(mask)) {
        reader = null;
        writer = null;
      }
    }
    return event.concerns(mask) ? Poll.ready(event) : Poll.pending();
  }
