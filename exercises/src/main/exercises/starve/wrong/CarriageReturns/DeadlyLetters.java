package manor.exercises.starve;

import java.util.List;

/** Letters on which a server that reads once at each edge lets its guest wait for ever. */
final class DeadlyLetters {
  private DeadlyLetters() {}

  /** What the guest sends, a letter at a time. */
  static List<String> letters() {
    return List.of("GET / HTTP/1.1\r\n\r\n");
  }
}
