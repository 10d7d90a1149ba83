  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (event.concerns(mask)) {
      return Poll.ready(event);
    }
    store(context.waker(), direction);
    ReadyEvent again = look(mask);
    return again.tick() != event.tick() && again.bits() != 0 ? Poll.ready(again) : Poll.pending();
  }
