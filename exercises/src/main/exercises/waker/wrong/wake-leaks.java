  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return rawWaker;
  }

  private void woken() {
    wakes.incrementAndGet();
  }

  private void wokenAndGone() {
    woken();
  }

  private void gone() {
    live.decrementAndGet();
  }
