  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return null;
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
