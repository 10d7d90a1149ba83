package manor.task;

/**
 * One future after another, the second made from what came of the first.
 *
 * <p>Invariant: exactly one of {@code first} and {@code second} is there until the end, then
 * neither.
 */
final class Then<T, U> implements Future<U> {
  private final Future.Step<? super T, ? extends Future<? extends U>> next;
  private Future<T> first;
  private Future<? extends U> second;

  Then(Future<T> first, Future.Step<? super T, ? extends Future<? extends U>> next) {
    this.first = first;
    this.next = next;
  }

  @Override
  public Poll<U> poll(Context context) throws Exception {
    if (first != null && !pollFirst(context)) {
      return Poll.pending();
    }
    if (second == null) {
      throw new IllegalStateException("polled after its end");
    }
    return pollSecond(context);
  }

  /** Whether the first is done; the second is there then. A failure leaves neither. */
  private boolean pollFirst(Context context) throws Exception {
    Future<T> asked = first;
    first = null;
    Poll<T> poll = asked.poll(context);
    if (poll.isPending()) {
      first = asked;
      return false;
    }
    second = next.apply(poll.get());
    return true;
  }

  private Poll<U> pollSecond(Context context) throws Exception {
    Future<? extends U> asked = second;
    second = null;
    Poll<? extends U> poll = asked.poll(context);
    if (poll.isPending()) {
      second = asked;
      return Poll.pending();
    }
    return Poll.ready(poll.get());
  }

  @Override
  public void drop() {
    Future<?> current = first != null ? first : second;
    first = null;
    second = null;
    if (current != null) {
      current.drop();
    }
  }
}
