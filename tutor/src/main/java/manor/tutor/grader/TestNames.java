package manor.tutor.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import manor.tutor.workbench.BrokenExerciseException;
import manor.tutor.workbench.Exercise;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The tests that an exercise has, counted here and not where the student's code runs: a run that
 * has not told of each of them has not passed.
 */
final class TestNames {
  private static final String JUPITER = "Lorg/junit/jupiter/";
  private static final Set<String> TESTS =
      Set.of("Test;", "RepeatedTest;", "TestFactory;", "params/ParameterizedTest;");

  private TestNames() {}

  /** All of them, {@code class#method}. */
  static List<String> of(Exercise exercise) {
    List<String> names = new ArrayList<>();
    for (String test : exercise.tests()) {
      int hash = test.indexOf('#');
      if (hash < 0) {
        names.addAll(ofClass(exercise, test));
      } else {
        names.add(test);
      }
    }
    if (names.isEmpty()) {
      throw new BrokenExerciseException("exercise " + exercise.id() + " has no tests");
    }
    return names;
  }

  private static List<String> ofClass(Exercise exercise, String name) {
    byte[] bytes =
        HouseClasses.find(name)
            .orElseThrow(
                () ->
                    new BrokenExerciseException(
                        "exercise " + exercise.id() + ": there is no test class " + name));
    List<String> found = new ArrayList<>();
    new ClassReader(bytes)
        .accept(new Reader(name, found), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return found;
  }

  /** Finds the methods that are marked as tests. */
  private static final class Reader extends ClassVisitor {
    private final String owner;
    private final List<String> found;

    Reader(String owner, List<String> found) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
          if (isTest(type)) {
            found.add(owner + "#" + name);
          }
          return null;
        }
      };
    }

    private static boolean isTest(String type) {
      return type.startsWith(JUPITER)
          && TESTS.contains(type.substring(JUPITER.length()).replaceFirst("^api/", ""));
    }
  }
}
