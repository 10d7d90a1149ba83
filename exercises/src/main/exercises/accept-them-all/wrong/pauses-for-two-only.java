  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    for (int i = 0; i < FAIR_SHARE; i++) {
      try {
        Socket connection = listener.accept(peer);
        if (connection == null) {
          return;
        }
        welcome.accept(connection);
      } catch (ErrnoException failed) {
        observer.acceptFailed(failed);
        if (failed.errno() == Errno.EMFILE || failed.errno() == Errno.ENFILE) {
          pause();
          return;
        }
      }
    }
  }
