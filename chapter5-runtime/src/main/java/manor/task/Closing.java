package manor.task;

/** A future that owns something, and closes it however it ends. */
final class Closing<T> implements Future<T> {
  private final Future<T> inner;
  private AutoCloseable resource;

  Closing(Future<T> inner, AutoCloseable resource) {
    this.inner = inner;
    this.resource = resource;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    Poll<T> poll;
    try {
      poll = inner.poll(context);
    } catch (Throwable failed) {
      drop();
      throw failed;
    }
    if (poll.isReady()) {
      drop();
    }
    return poll;
  }

  /** The inner future first: it may still need what it was lent. */
  @Override
  public void drop() {
    inner.drop();
    AutoCloseable open = resource;
    resource = null;
    if (open != null) {
      close(open);
    }
  }

  /**
   * What a close says changes nothing: the number is free in any case. A bug in it is a {@link
   * Mishap}.
   */
  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (RuntimeException | Error fault) {
      Mishap.tell(fault);
    } catch (Exception refused) {
      return;
    }
  }
}
