  /** Accepts whoever waits, at most a fair share of a turn. */
  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    try {
      Socket connection = listener.accept(peer);
      if (connection != null) {
        welcome.accept(connection);
      }
    } catch (ErrnoException failed) {
      observer.acceptFailed(failed);
      if (!concernsOneGuest(failed.errno())) {
        pause();
      }
    }
  }
