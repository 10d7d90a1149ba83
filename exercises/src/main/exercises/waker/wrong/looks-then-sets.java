  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return rawWaker;
  }

  private void woken() {
    int now = wakes.get();
    wakes.set(now + 1);
  }

  private void wokenAndGone() {
    live.decrementAndGet();
    woken();
  }

  private void gone() {
    live.decrementAndGet();
  }
