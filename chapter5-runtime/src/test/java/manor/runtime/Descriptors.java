package manor.runtime;

import java.io.File;

/** How many descriptors this process has open. */
public final class Descriptors {
  private Descriptors() {}

  public static int open() {
    return new File("/proc/self/fd").list().length;
  }
}
