  public <T> Poll<T> pollIo(Context context, Direction direction, Attempt<T> attempt)
      throws IOException {
    if (!context.mayProceed()) {
      return Poll.pending();
    }
    for (int i = 0; i < 2; i++) {
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
    return Poll.pending();
  }

  <T> T tryOnce(ReadyEvent event, Attempt<T> attempt) throws IOException {
    if (event.shutdown()) {
      throw new ShutdownException(io.fd());
    }
    T answer = attempt.attempt();
    io.tried(event, answer == null);
    if (answer == null) {
      io.clearReadiness(event);
    }
    return answer;
  }
