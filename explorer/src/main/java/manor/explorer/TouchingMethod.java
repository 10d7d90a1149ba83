package manor.explorer;

import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method with a place before every field it touches and every monitor it enters. */
final class TouchingMethod extends MethodVisitor {
  static final String BATON = "manor/explorer/Baton";

  private final String owner;
  private final String method;
  private final Set<String> settled;
  private int line;

  /** Leaves out the fields of {@code owner} that are {@code settled}. */
  TouchingMethod(MethodVisitor next, String owner, String method, Set<String> settled) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.method = method;
    this.settled = settled;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    super.visitLineNumber(number, start);
  }

  static String simple(String type) {
    return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
  }

  private int place(String what) {
    String code = simple(owner) + "." + method + " (line " + line + ")";
    return Places.number(new Place(what, code));
  }

  @Override
  public void visitFieldInsn(int opcode, String type, String field, String descriptor) {
    boolean ours = type.startsWith("manor/") || type.equals(owner);
    if (ours && !(type.equals(owner) && settled.contains(field))) {
      super.visitLdcInsn(place(simple(type) + "." + field));
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BATON, "touch", "(I)V", false);
    }
    super.visitFieldInsn(opcode, type, field, descriptor);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.MONITORENTER) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(place("the lock of " + simple(owner)));
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BATON, "enter", "(Ljava/lang/Object;I)V", false);
    } else if (opcode == Opcodes.MONITOREXIT) {
      super.visitInsn(Opcodes.DUP);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BATON, "exit", "(Ljava/lang/Object;)V", false);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String name, String descriptor, boolean face) {
    boolean parks = type.equals("java/util/concurrent/locks/LockSupport");
    boolean known = name.equals("park") && descriptor.equals("(Ljava/lang/Object;)V");
    if (parks && (known || name.equals("unpark"))) {
      super.visitMethodInsn(opcode, BATON, name, descriptor, face);
    } else {
      super.visitMethodInsn(opcode, type, name, descriptor, face);
    }
  }
}
