  /** Mine. */
  boolean setReadiness(Tick tick, int bits) {
    if (tick instanceof Tick.Clear clear) {
      int now = readiness.get().tick();
      if (clear.seen() != now) {
        ledger.clearRefused(token.value(), clear.seen(), now);
        return false;
      }
    }
    ReadyEvent current;
    ReadyEvent next;
    do {
      current = readiness.get();
      next =
          tick == Tick.SET
              ? new ReadyEvent(current.bits() | bits, current.tick() + 1, current.shutdown())
              : new ReadyEvent(current.bits() & ~bits, current.tick(), current.shutdown());
    } while (!readiness.compareAndSet(current, next));
    tell(tick, bits, next);
    return true;
  }
