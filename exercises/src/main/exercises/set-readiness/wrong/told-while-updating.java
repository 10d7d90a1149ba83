  boolean setReadiness(Tick tick, int bits) {
    boolean[] done = {true};
    ReadyEvent now =
        readiness.updateAndGet(
            current -> {
              if (tick instanceof Tick.Clear clear && clear.seen() != current.tick()) {
                ledger.clearRefused(token.value(), clear.seen(), current.tick());
                done[0] = false;
                return current;
              }
              return next(current, tick, bits);
            });
    if (done[0]) {
      tell(tick, bits, now);
    }
    return done[0];
  }

  private static ReadyEvent next(ReadyEvent current, Tick tick, int bits) {
    return tick == Tick.SET
        ? new ReadyEvent(current.bits() | bits, current.tick() + 1, current.shutdown())
        : new ReadyEvent(current.bits() & ~bits, current.tick(), current.shutdown());
  }
