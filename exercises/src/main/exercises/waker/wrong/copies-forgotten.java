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
    gone();
  }

  private void gone() {
    clones.decrementAndGet();
    live.decrementAndGet();
  }
