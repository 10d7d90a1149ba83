  /** Readiness for a direction, or Pending with the waker in that direction's slot. */
  Poll<ReadyEvent> pollReadiness(Context context, Direction direction) {
    int mask = direction.mask();
    ReadyEvent event = look(mask);
    if (event.concerns(mask)) {
      return Poll.ready(event);
    }
    store(context.waker(), direction);
    return Poll.pending();
  }
