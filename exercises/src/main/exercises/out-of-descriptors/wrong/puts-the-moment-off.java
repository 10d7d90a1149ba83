  private void pause() {
    paused = true;
    resumeAt = clock.nanos() + PAUSE_NANOS;
    silent = ask(Interest.NONE);
  }

  /** Opens the door again, if it is time or a descriptor has become free. */
  void resume(long now, boolean descriptorFreed) {
    if (paused && (descriptorFreed || now - resumeAt >= 0)) {
      paused = silent && !ask(Interest.READABLE);
      resumeAt = now + PAUSE_NANOS;
    } else {
      resumeAt = now + PAUSE_NANOS;
    }
  }
