package manor.explorer;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A synchronized method that enters and leaves the director's monitor, however it ends. */
final class LockingMethod extends MethodVisitor {
  private final String owner;
  private final String method;
  private final String descriptor;
  private final boolean isStatic;
  private final Label begin = new Label();
  private final Label end = new Label();

  LockingMethod(
      MethodVisitor next, String owner, String method, String descriptor, boolean isStatic) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
    this.isStatic = isStatic;
  }

  private void monitor() {
    if (isStatic) {
      super.visitLdcInsn(Type.getObjectType(owner));
    } else {
      super.visitVarInsn(Opcodes.ALOAD, 0);
    }
  }

  private void exit() {
    monitor();
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, TouchingMethod.BATON, "exit", "(Ljava/lang/Object;)V", false);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    String name = TouchingMethod.simple(owner);
    monitor();
    super.visitLdcInsn(Places.number(new Place("the lock of " + name, name + "." + method)));
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, TouchingMethod.BATON, "enter", "(Ljava/lang/Object;I)V", false);
    super.visitLabel(begin);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      exit();
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    super.visitLabel(end);
    super.visitTryCatchBlock(begin, end, end, null);
    Object[] known = locals();
    super.visitFrame(Opcodes.F_NEW, known.length, known, 1, new Object[] {"java/lang/Throwable"});
    exit();
    super.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(stack, locals);
  }

  private Object[] locals() {
    List<Object> known = new ArrayList<>();
    if (!isStatic) {
      known.add(owner);
    }
    for (Type type : Type.getArgumentTypes(descriptor)) {
      known.add(
          switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
          });
    }
    return known.toArray();
  }
}
