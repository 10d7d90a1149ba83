package manor.task;

/** A future, and another one that takes its place if it fails. The second may fail for good. */
final class OrElse<T> implements Future<T> {
  private Future<? extends T> current;
  private Future.Step<? super Exception, ? extends Future<? extends T>> rescue;

  OrElse(
      Future<? extends T> first,
      Future.Step<? super Exception, ? extends Future<? extends T>> rescue) {
    this.current = first;
    this.rescue = rescue;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    if (rescue != null) {
      try {
        return pollCurrent(context);
      } catch (Exception failed) {
        current = rescue.apply(failed);
        rescue = null;
      }
    }
    return pollCurrent(context);
  }

  private Poll<T> pollCurrent(Context context) throws Exception {
    Future<? extends T> asked = current;
    current = null;
    Poll<? extends T> poll = asked.poll(context);
    if (poll.isPending()) {
      current = asked;
      return Poll.pending();
    }
    return Poll.ready(poll.get());
  }

  @Override
  public void drop() {
    Future<?> dropped = current;
    current = null;
    if (dropped != null) {
      dropped.drop();
    }
  }
}
