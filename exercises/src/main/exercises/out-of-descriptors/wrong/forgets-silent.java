  private void pause() {
    paused = true;
    ask(Interest.NONE);
    resumeAt = clock.nanos() + PAUSE_NANOS;
  }

  /** Opens the door again, if it is time or a descriptor has become free. */
  void resume(long now, boolean descriptorFreed) {
    if (paused && (descriptorFreed || now - resumeAt >= 0)) {
      paused = !ask(Interest.READABLE);
      resumeAt = now + PAUSE_NANOS;
    }
  }
