  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    int in = 0;
    while (in < FAIR_SHARE) {
      try {
        Socket connection = listener.accept(peer);
        if (connection == null) {
          return;
        }
        welcome.accept(connection);
        in++;
      } catch (ErrnoException failed) {
        observer.acceptFailed(failed);
        if (!concernsOneGuest(failed.errno())) {
          pause();
          return;
        }
      }
    }
  }
