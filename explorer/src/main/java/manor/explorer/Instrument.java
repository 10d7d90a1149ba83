package manor.explorer;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds to a class the places at which its thread may be stopped: before every field it touches and
 * every monitor it enters. A synchronized method enters the director's monitor instead of its own,
 * for a thread without the baton must not be held up where the director does not see it.
 */
final class Instrument {
  byte[] instrumented(byte[] plain) {
    ClassReader reader = new ClassReader(plain);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new Types(writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static final class Types extends ClassVisitor {
    private final Set<String> settled = new HashSet<>();
    private String name;

    private Types(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String type, String generic, String parent, String[] faces) {
      name = type;
      super.visit(version, access, type, generic, parent, faces);
    }

    /** What never changes cannot be seen too early or too late, unless others write inside it. */
    @Override
    public FieldVisitor visitField(
        int access, String field, String type, String generic, Object value) {
      boolean inside = type.startsWith("Ljava/util/") || type.startsWith("[");
      if ((access & Opcodes.ACC_FINAL) != 0 && !inside) {
        settled.add(field);
      }
      return super.visitField(access, field, type, generic, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String type, String generic, String[] thrown) {
      boolean locked = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
      MethodVisitor next =
          super.visitMethod(access & ~Opcodes.ACC_SYNCHRONIZED, method, type, generic, thrown);
      boolean made = method.equals("<init>") || method.equals("<clinit>");
      MethodVisitor touching = made ? next : new TouchingMethod(next, name, method, settled);
      return locked
          ? new LockingMethod(touching, name, method, type, (access & Opcodes.ACC_STATIC) != 0)
          : touching;
    }
  }
}
