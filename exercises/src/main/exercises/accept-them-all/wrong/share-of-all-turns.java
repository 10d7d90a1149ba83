  private int asked;

  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    while (asked < FAIR_SHARE) {
      asked++;
      try {
        Socket connection = listener.accept(peer);
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
