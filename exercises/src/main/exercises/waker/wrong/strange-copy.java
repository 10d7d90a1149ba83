  private RawWaker cloned() {
    clones.incrementAndGet();
    live.incrementAndGet();
    return new RawWaker(new CountingWaker(), VTABLE);
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
