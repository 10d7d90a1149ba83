  private void pause() {
    clock.pause(PAUSE_NANOS);
  }

  void resume(long now, boolean descriptorFreed) {
    paused = false;
  }
