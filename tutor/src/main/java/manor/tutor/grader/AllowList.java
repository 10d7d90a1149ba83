package manor.tutor.grader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manor.tutor.workbench.Exercise;
import manor.tutor.workbench.Layers;

/**
 * What an answer may use: the plain parts of the JDK ({@code allowed.txt}), the chapters up to its
 * own, what the exercise names, and whatever the solution uses. Immutable; any thread.
 */
final class AllowList {
  /** All that an exception is good for here. */
  private static final Set<String> OF_EXCEPTIONS =
      Set.of(
          "<init>",
          "getMessage",
          "getCause",
          "initCause",
          "addSuppressed",
          "getSuppressed",
          "toString");

  private final Set<String> packages = new HashSet<>();
  private final Set<String> denied = new HashSet<>();
  private final Map<String, Set<String>> classes = new HashMap<>();

  /**
   * Made for one exercise.
   *
   * @param solution what the solution uses
   */
  AllowList(Exercise exercise, List<Use> solution) {
    lines().forEach(this::add);
    packages.addAll(Layers.upTo(exercise.chapter()));
    denied.addAll(exercise.without());
    add("manor.exercises: Todo");
    exercise.allow().forEach(this::add);
    solution.forEach(use -> permit(use.owner(), use.member()));
  }

  private static List<String> lines() {
    try (InputStream in = AllowList.class.getResourceAsStream("allowed.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] parts = line.split(": ", 2);
    if (line.startsWith("- ")) {
      denied.add(line.substring(2));
    } else if (line.endsWith(".*")) {
      packages.add(line.substring(0, line.length() - 2));
    } else if (parts.length == 1) {
      classes.put(line, null);
    } else if (Character.isUpperCase(parts[0].charAt(parts[0].lastIndexOf('.') + 1))) {
      Arrays.stream(parts[1].split(" ")).forEach(member -> permit(parts[0], member));
    } else {
      Arrays.stream(parts[1].split(" ")).forEach(type -> classes.put(parts[0] + "." + type, null));
    }
  }

  /** Allows one member more of a class, unless all of them are allowed already. */
  private void permit(String owner, String member) {
    denied.remove(owner);
    if (!packages.contains(packageOf(owner)) && (classes.get(owner) != null || !isNamed(owner))) {
      classes.computeIfAbsent(owner, key -> new HashSet<>()).add(member);
    }
  }

  private boolean isNamed(String owner) {
    return classes.containsKey(owner);
  }

  /** Whether the class may be seen at all. */
  boolean allowsClass(String name) {
    return !denied.contains(topLevel(name))
        && (isNamed(name) || packages.contains(packageOf(name)) || isException(name));
  }

  boolean allows(Use use) {
    String owner = use.owner();
    if (!allowsClass(owner)) {
      return false;
    }
    if (isException(owner) && OF_EXCEPTIONS.contains(use.member())) {
      return true;
    }
    Set<String> members = classes.get(owner);
    if (isNamed(owner)) {
      return members == null || use.member().isEmpty() || members.contains(use.member());
    }
    return packages.contains(packageOf(owner)) || use.member().isEmpty();
  }

  private static boolean isException(String name) {
    return name.matches(
        "java\\.(lang|io|net|util\\.concurrent)\\.(\\w*(Exception|Error)|Throwable)");
  }

  private static String topLevel(String name) {
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
