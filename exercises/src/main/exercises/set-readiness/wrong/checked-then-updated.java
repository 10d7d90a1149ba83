  boolean setReadiness(Tick tick, int bits) {
    ReadyEvent current = readiness.get();
    if (tick instanceof Tick.Clear clear && clear.seen() != current.tick()) {
      ledger.clearRefused(token.value(), clear.seen(), current.tick());
      return false;
    }
    ReadyEvent next =
        readiness.updateAndGet(
            now ->
                tick == Tick.SET
                    ? new ReadyEvent(now.bits() | bits, now.tick() + 1, now.shutdown())
                    : new ReadyEvent(now.bits() & ~bits, now.tick(), now.shutdown()));
    tell(tick, bits, next);
    return true;
  }
