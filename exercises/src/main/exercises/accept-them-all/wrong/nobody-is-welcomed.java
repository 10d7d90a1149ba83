  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    for (int i = 0; i < FAIR_SHARE; i++) {
      try {
        welcome.accept(listener.accept(peer));
      } catch (ErrnoException failed) {
        observer.acceptFailed(failed);
        if (!concernsOneGuest(failed.errno())) {
          pause();
          return;
        }
      }
    }
  }
