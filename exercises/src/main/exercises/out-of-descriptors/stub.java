  private void pause() {
    resumeAt = clock.nanos() + PAUSE_NANOS;
  }

  /** Opens the door again, if it is time or a descriptor has become free. */
  void resume(long now, boolean descriptorFreed) {
    paused = false;
  }
