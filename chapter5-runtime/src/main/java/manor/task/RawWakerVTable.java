package manor.task;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The four things that can be done with a {@link RawWaker}, each given the waker's data. A
 * different table makes a different kind of waker: one that queues a task, one that unparks a
 * thread, one that counts for a test.
 *
 * <p>Rust writes such a table by hand because a waker must fit into two pointers and need no memory
 * of its own. In Java an interface with four methods is the same table, made by the compiler; this
 * one stands here because a thing is understood when it has been built once.
 *
 * <p>Threads: every function may be called from any.
 */
public final class RawWakerVTable {
  // tag::vtable[]
  final Function<Object, RawWaker> clone;
  final Consumer<Object> wake;
  final Consumer<Object> wakeByRef;
  final Consumer<Object> drop;

  // end::vtable[]

  /**
   * A table.
   *
   * @param clone makes another waker for the same data
   * @param wake wakes, and uses the waker up
   * @param wakeByRef wakes, and leaves the waker as it is
   * @param drop gives the waker up without waking
   */
  public RawWakerVTable(
      Function<Object, RawWaker> clone,
      Consumer<Object> wake,
      Consumer<Object> wakeByRef,
      Consumer<Object> drop) {
    this.clone = clone;
    this.wake = wake;
    this.wakeByRef = wakeByRef;
    this.drop = drop;
  }
}
