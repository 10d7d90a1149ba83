package manor.tutor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads Java names aloud: {@code wakesOnEINTR} is "wakes on EINTR". */
final class Sentence {
  /** Before a capital that starts a word, and before a number of three figures or more. */
  private static final String WORD_STARTS =
      "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9]{3})|_";

  private Sentence() {}

  static String of(String name) {
    return Arrays.stream(name.split(WORD_STARTS))
        .filter(word -> !word.isEmpty())
        .map(Sentence::word)
        .collect(Collectors.joining(" "));
  }

  /** A word in capitals, such as EINTR or GET, stays as it is. */
  private static String word(String word) {
    boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return shouted ? word : word.toLowerCase(Locale.ROOT);
  }

  /**
   * What a test class is about: {@code manor.epoll.EpollTest$WhenClosed} is "Epoll, when closed".
   */
  static String subject(String className) {
    String[] types = className.substring(className.lastIndexOf('.') + 1).split("\\$");
    String first = types[0].replaceFirst("Tests?$", "");
    return Arrays.stream(types)
        .skip(1)
        .map(type -> ", " + of(type))
        .collect(Collectors.joining("", first, ""));
  }
}
