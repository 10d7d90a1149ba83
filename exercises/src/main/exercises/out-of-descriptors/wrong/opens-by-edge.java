  private void pause() {
    paused = true;
    resumeAt = clock.nanos() + PAUSE_NANOS;
    silent = ask(Interest.NONE);
  }

  void resume(long now, boolean descriptorFreed) {
    if (paused && (descriptorFreed || now - resumeAt >= 0)) {
      paused = silent && !ask(Interest.READABLE.edge());
      resumeAt = now + PAUSE_NANOS;
    }
  }
