  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return rawWaker;
  }

  private void woken() {
    wakes.incrementAndGet();
  }

  private void wokenAndGone() {
    live.decrementAndGet();
    woken();
  }

  private void gone() {
    wokenAndGone();
  }
