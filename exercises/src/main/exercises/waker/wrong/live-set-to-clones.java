  private RawWaker cloned() {
    live.set(clones.incrementAndGet());
    return rawWaker;
  }

  private void woken() {
    wakes.incrementAndGet();
  }

  private void wokenAndGone() {
    live.decrementAndGet();
    wakes.incrementAndGet();
  }

  private void gone() {
    live.decrementAndGet();
  }
