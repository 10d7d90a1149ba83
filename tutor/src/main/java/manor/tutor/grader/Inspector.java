package manor.tutor.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Reads compiled classes and finds what they use. */
final class Inspector {
  private Inspector() {}

  /** Everything that these classes use that is not allowed, each once. */
  static List<Trespass> trespasses(String className, Map<String, byte[]> classes, AllowList list) {
    List<Trespass> found = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      String name = entry.getKey();
      if (!isWithin(className, name)) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        found.add(
            new Trespass(
                0, "class " + name, "The file holds the class " + simple + ": put it inside."));
      }
    }
    classes.forEach((name, bytes) -> read(className, bytes, list, named, found));
    return found;
  }

  private static void read(
      String className, byte[] bytes, AllowList list, Set<String> named, List<Trespass> found) {
    for (Use use : uses(bytes)) {
      boolean own = isWithin(className, use.owner());
      if (!own && !list.allows(use) && named.add(use.text())) {
        found.add(new Trespass(use.line(), use.text(), Advice.insteadOf(use)));
      }
    }
  }

  static boolean isWithin(String className, String name) {
    return name.equals(className) || name.startsWith(className + "$");
  }

  /** All that one class uses, in the order of its file. */
  static List<Use> uses(byte[] bytes) {
    UseReader reader = new UseReader();
    new ClassReader(bytes).accept(reader, ClassReader.SKIP_FRAMES);
    return reader.uses();
  }
}
