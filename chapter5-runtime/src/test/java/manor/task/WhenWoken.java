package manor.task;

/** Lends wakers that do something when they are woken: a waker is somebody else's code. */
public final class WhenWoken {
  private static final RawWakerVTable VTABLE =
      new RawWakerVTable(WhenWoken::same, WhenWoken::run, WhenWoken::run, deed -> {});

  private WhenWoken() {}

  public static Context does(Runnable deed) {
    return Context.of(new Waker(same(deed)));
  }

  public static Context fails(RuntimeException failure) {
    return does(
        () -> {
          throw failure;
        });
  }

  private static RawWaker same(Object deed) {
    return new RawWaker(deed, VTABLE);
  }

  private static void run(Object deed) {
    ((Runnable) deed).run();
  }
}
