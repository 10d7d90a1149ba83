  void accept(Consumer<Socket> welcome) {
    if (paused) {
      waitUnlessSilent();
      return;
    }
    java.util.List<Socket> guests = new java.util.ArrayList<>();
    for (int i = 0; i < FAIR_SHARE; i++) {
      try {
        Socket connection = listener.accept(peer);
        if (connection == null) {
          break;
        }
        guests.add(connection);
      } catch (ErrnoException failed) {
        observer.acceptFailed(failed);
        if (!concernsOneGuest(failed.errno())) {
          pause();
          return;
        }
      }
    }
    guests.forEach(welcome);
  }
