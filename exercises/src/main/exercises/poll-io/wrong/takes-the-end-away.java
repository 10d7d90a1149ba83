  /** Does {@code attempt} as soon as the descriptor is ready; Pending until then. */
  public <T> Poll<T> pollIo(Context context, Direction direction, Attempt<T> attempt)
      throws IOException {
    if (!context.mayProceed()) {
      return Poll.pending();
    }
    while (true) {
      Poll<ReadyEvent> poll = io.pollReadiness(context, direction);
      if (poll.isPending()) {
        return Poll.pending();
      }
      T answer = tryOnce(poll.get(), attempt);
      if (answer != null) {
        context.spend();
        return Poll.ready(answer);
      }
    }
  }

  /** The answer; or null, and the readiness that {@code event} promised is gone. */
  <T> T tryOnce(ReadyEvent event, Attempt<T> attempt) throws IOException {
    if (event.shutdown()) {
      throw new ShutdownException(io.fd());
    }
    T answer = attempt.attempt();
    io.tried(event, answer == null);
    if (answer == null) {
      io.setReadiness(new Tick.Clear(event.tick()), event.bits());
    }
    return answer;
  }
