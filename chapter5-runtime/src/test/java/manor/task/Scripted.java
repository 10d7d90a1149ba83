package manor.task;

/** A future whose answers a test decides, and that remembers what was done to it. */
final class Scripted<T> implements Future<T> {
  private T value;
  private Exception failure;
  private boolean decided;
  int polls;
  int drops;

  static <T> Scripted<T> pending() {
    return new Scripted<>();
  }

  static <T> Scripted<T> of(T value) {
    return new Scripted<T>().becomes(value);
  }

  Scripted<T> becomes(T ready) {
    value = ready;
    decided = true;
    return this;
  }

  Scripted<T> fails(Exception reason) {
    failure = reason;
    return this;
  }

  @Override
  public Poll<T> poll(Context context) throws Exception {
    polls++;
    if (failure != null) {
      throw failure;
    }
    return decided ? Poll.ready(value) : Poll.pending();
  }

  @Override
  public void drop() {
    drops++;
  }
}
