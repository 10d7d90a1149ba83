package manor.exercises.wayofonebyte;

/** Five steps on the way of one byte. What comes next? */
final class WayOfOneByte {
  private WayOfOneByte() {}

  /**
   * 1. epoll_wait has told the driver of the token. What happens next?
   *
   * <p>a: The task is polled, since a byte is there for it. b: Readiness is written down, and the
   * tick goes on. c: The waker is woken, and readiness is written down by the task.
   */
  static String afterTheWait() {
    return "b";
  }

  /**
   * 2. The waker has been woken. Where is the task now?
   *
   * <p>a: It is being polled, inside the wake. b: It stands in the run queue. c: It sleeps on,
   * until the driver has asked the kernel once more.
   */
  static String afterTheWake() {
    return "b";
  }

  /**
   * 3. How many knocks did all this take, that is writes to the eventfd?
   *
   * <p>a: One, to tell the executor of the task. b: None. c: Two: one for the driver, one for the
   * task.
   */
  static String theKnock() {
    return "c";
  }

  /**
   * 4. The task has read the byte and reads again: EAGAIN. What happens next?
   *
   * <p>a: The readiness is taken away, the waker is stored, and the task says Pending. b: The task
   * says Pending; its waker is still there from before. c: It reads again, until the next byte
   * comes.
   */
  static String afterTheByte() {
    return "a";
  }

  /**
   * 5. A read answered EAGAIN; before the task could take the readiness away, the driver brought
   * news again. What does the task do?
   *
   * <p>a: It takes the readiness away, and waits for the news after these. b: It may not take it
   * away, and reads again. c: It fails: its readiness is stale.
   */
  static String freshNews() {
    return "b";
  }
}
