  private RawWaker cloned() {
    int c = clones.get();
    clones.compareAndSet(c, c + 1);
    int l = live.get();
    live.compareAndSet(l, l + 1);
    return rawWaker;
  }

  private void woken() {
    int w = wakes.get();
    wakes.compareAndSet(w, w + 1);
  }

  private void wokenAndGone() {
    int l = live.get();
    live.compareAndSet(l, l - 1);
    woken();
  }

  private void gone() {
    int l = live.get();
    live.compareAndSet(l, l - 1);
  }
