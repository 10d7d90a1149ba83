  boolean setReadiness(Tick tick, int bits) {
    ReadyEvent current;
    ReadyEvent next;
    do {
      current = readiness.get();
      if (tick instanceof Tick.Clear clear && clear.seen() != current.tick()) {
        ledger.clearRefused(token.value(), clear.seen(), current.tick());
        return false;
      }
      next =
          tick == Tick.SET
              ? new ReadyEvent(current.bits() | bits, current.tick() + 1, current.shutdown())
              : new ReadyEvent(current.bits() & ~bits, current.tick(), current.shutdown());
      tell(tick, bits, next);
    } while (!readiness.compareAndSet(current, next));
    return true;
  }
