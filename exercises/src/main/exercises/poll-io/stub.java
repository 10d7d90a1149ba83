  /** Does {@code attempt} as soon as the descriptor is ready; Pending until then. */
  public <T> Poll<T> pollIo(Context context, Direction direction, Attempt<T> attempt)
      throws IOException {
    throw Todo.yours("pollIo: make the attempt when ready; else wait, and again");
  }

  /** The answer; or null, and the readiness that {@code event} promised is gone. */
  <T> T tryOnce(ReadyEvent event, Attempt<T> attempt) throws IOException {
    throw Todo.yours("tryOnce: one attempt, and clear if it would have blocked");
  }
