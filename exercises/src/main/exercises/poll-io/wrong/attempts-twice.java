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
      if (tryOnce(poll.get(), attempt) != null) {
        context.spend();
        return Poll.ready(attempt.attempt());
      }
    }
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
