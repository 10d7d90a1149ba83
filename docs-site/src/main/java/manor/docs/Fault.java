package manor.docs;

import java.nio.file.Path;

/**
 * Something in the book that would make a reader stumble.
 *
 * @param file as seen from the root of the repository
 * @param line counted from 1; 0 when the whole file is at fault
 * @param message what is wrong
 */
record Fault(Path file, int line, String message) {
  /** As compilers print it: {@code chapter1-syscall/src/docs/en/index.adoc:12: what is wrong}. */
  @Override
  public String toString() {
    String place = file.toString().replace('\\', '/');
    return place + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
