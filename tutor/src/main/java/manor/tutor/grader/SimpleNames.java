package manor.tutor.grader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types by their simple names, as javac prints them on a terminal; to a program it tells them with
 * their packages. Where two types of one message have the same simple name, the packages stay.
 */
final class SimpleNames {
  private static final Pattern TYPE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

  private SimpleNames() {}

  static String in(String message) {
    Map<String, Set<String>> types = new HashMap<>();
    TYPE.matcher(message)
        .results()
        .forEach(
            type ->
                types.computeIfAbsent(type.group(1), name -> new HashSet<>()).add(type.group()));
    return TYPE.matcher(message).replaceAll(type -> Matcher.quoteReplacement(name(type, types)));
  }

  private static String name(MatchResult type, Map<String, Set<String>> types) {
    return types.get(type.group(1)).size() == 1 ? type.group(1) : type.group();
  }
}
