  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return rawWaker;
  }

  private void woken() {
    wakes.incrementAndGet();
  }

  private void wokenAndGone() {
    if (live.decrementAndGet() == 0) {
      wakes.incrementAndGet();
    }
  }

  private void gone() {
    live.decrementAndGet();
  }
