package manor.exercises;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The calls that a method makes, in the order in which they are written, read from its class file;
 * private methods of the same class are followed. For orders that matter to two threads and that no
 * run of one thread can show.
 *
 * @param calls as {@code AtomicBoolean.getAndSet}, a lambda where it is made, {@link #DROPPED}
 *     behind one whose answer nobody looks at, and {@link #LOCK} where a monitor is entered
 * @param loops for each jump back: the calls between its target and itself, as indexes
 */
public record CallOrder(List<String> calls, List<int[]> loops) {
  /** The answer of the call before it is thrown away. */
  public static final String DROPPED = "(dropped)";

  /** A synchronized block or method begins. */
  public static final String LOCK = "(lock)";

  /** A synchronized block ends, and the method goes on. */
  public static final String UNLOCK = "(unlock)";

  /** Of a method of the class of that name, as {@code neighbour}'s loader has it. */
  public static CallOrder of(Class<?> neighbour, String className, String method) {
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = neighbour.getClassLoader().getResourceAsStream(file)) {
      CallOrder order = new CallOrder(new ArrayList<>(), new ArrayList<>());
      order.read(new ClassReader(in), method, 0);
      return order;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The calls of the lambdas that the method makes, or one of its class that it calls. */
  public static CallOrder ofLambdas(Class<?> neighbour, String className, String method) {
    String own = className.substring(className.lastIndexOf('.') + 1) + ".lambda$";
    CallOrder all = new CallOrder(new ArrayList<>(), new ArrayList<>());
    of(neighbour, className, method).calls.stream()
        .filter(call -> call.startsWith(own))
        .map(call -> call.substring(call.indexOf('.') + 1))
        .forEach(lambda -> all.calls.addAll(of(neighbour, className, lambda).calls));
    return all;
  }

  private void read(ClassReader reader, String wanted, int depth) {
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] thrown) {
            if (!name.equals(wanted)) {
              return null;
            }
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
              calls.add(LOCK);
            }
            return visitor(reader, depth);
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private MethodVisitor visitor(ClassReader reader, int depth) {
    Map<Label, Integer> seen = new HashMap<>();
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitLabel(Label label) {
        seen.put(label, calls.size());
      }

      @Override
      public void visitInsn(int opcode) {
        switch (opcode) {
          case Opcodes.POP -> calls.add(DROPPED);
          case Opcodes.MONITORENTER -> calls.add(LOCK);
          case Opcodes.MONITOREXIT -> calls.add(UNLOCK);
          case Opcodes.ARETURN, Opcodes.IRETURN, Opcodes.RETURN -> forgetUnlock();
          default -> {}
        }
      }

      @Override
      public void visitJumpInsn(int opcode, Label label) {
        if (seen.containsKey(label)) {
          loops.add(new int[] {seen.get(label), calls.size()});
        }
      }

      @Override
      public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... with) {
        for (Object each : with) {
          if (each instanceof Handle made && made.getOwner().equals(reader.getClassName())) {
            calls.add(simple(made.getOwner()) + "." + made.getName());
          }
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String type, boolean isInterface) {
        calls.add(simple(owner) + "." + name);
        if (owner.equals(reader.getClassName()) && depth < 3) {
          read(reader, name, depth + 1);
        }
      }
    };
  }

  private static String simple(String owner) {
    return owner.substring(owner.lastIndexOf('/') + 1);
  }

  /** What is done on the way out is no step between others. */
  private void forgetUnlock() {
    int last = calls.size() - 1;
    if (last >= 0 && calls.get(last).equals(UNLOCK)) {
      calls.remove(last);
    }
  }

  /** Where the first of these calls stands, or -1. */
  public int first(String pattern) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).matches(pattern)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether both calls stand in one loop, in this order. */
  public boolean repeats(String first, String second) {
    return loops.stream()
        .map(loop -> new CallOrder(calls.subList(loop[0], loop[1]), List.of()))
        .anyMatch(in -> in.first(first) >= 0 && in.first(first) < in.first(second));
  }

  /** Whether that call stands in a loop. */
  public boolean repeats(String call) {
    return loops.stream()
        .map(loop -> new CallOrder(calls.subList(loop[0], loop[1]), List.of()))
        .anyMatch(in -> in.first(call) >= 0);
  }
}
