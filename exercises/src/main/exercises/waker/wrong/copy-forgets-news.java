  private RawWaker cloned() {
    wakes.set(0);
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
    live.decrementAndGet();
  }
