  boolean setReadiness(Tick tick, int bits) {
    while (true) {
      ReadyEvent current = readiness.get();
      if (tick instanceof Tick.Clear clear && clear.seen() != current.tick()) {
        ledger.clearRefused(token.value(), clear.seen(), current.tick());
        return false;
      }
      ReadyEvent next = next(readiness.get(), tick, bits);
      if (readiness.compareAndSet(current, next)) {
        tell(tick, bits, next);
        return true;
      }
    }
  }

  private static ReadyEvent next(ReadyEvent current, Tick tick, int bits) {
    return tick == Tick.SET
        ? new ReadyEvent(current.bits() | bits, current.tick() + 1, current.shutdown())
        : new ReadyEvent(current.bits() & ~bits, current.tick(), current.shutdown());
  }
