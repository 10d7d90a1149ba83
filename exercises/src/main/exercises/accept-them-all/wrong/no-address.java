  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    for (int i = 0; i < FAIR_SHARE; i++) {
      try {
        Socket connection = listener.accept(null);
        if (connection == null) {
          return;
        }
        welcome.accept(connection);
      } catch (ErrnoException failed) {
        observer.acceptFailed(failed);
        if (!concernsOneGuest(failed.errno())) {
          pause();
          return;
        }
      }
    }
  }
