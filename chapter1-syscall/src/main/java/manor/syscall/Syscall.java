package manor.syscall;

/** The one place where a kernel's {@code -errno} becomes a Java exception. */
public final class Syscall {
  private Syscall() {}

  /**
   * Passes a result through, and throws for a failure.
   *
   * @param call the system call's name, for the message
   * @param answer what the {@link Kernel} answered: a result, or {@code -errno}
   * @return {@code answer}, zero or more
   * @throws ErrnoException when {@code answer} is negative
   */
  // tag::check[]
  public static int check(String call, int answer) throws ErrnoException {
    if (answer < 0) {
      throw new ErrnoException(call, -answer);
    }
    return answer;
  }
  // end::check[]
}
