package manor.tutor.grader;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects every class, method and field that a class file uses. */
final class UseReader extends ClassVisitor {
  private final List<Use> uses = new ArrayList<>();
  private int line;

  UseReader() {
    super(Opcodes.ASM9);
  }

  List<Use> uses() {
    return uses;
  }

  private void use(String internal, String member) {
    Type type = Type.getObjectType(internal);
    boolean array = type.getSort() == Type.ARRAY;
    Type element = array ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      uses.add(new Use(element.getClassName(), array ? "" : member, line));
    }
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] interfaces) {
    use(above, "");
    for (String each : interfaces) {
      use(each, "");
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Body();
  }

  /** What a method's code uses. */
  private final class Body extends MethodVisitor {
    Body() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      use(type, "");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      use(owner, name);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      use(owner, name);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      use(descriptor, "");
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type != null) {
        use(type, "");
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      constant(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
    }

    private void constant(Object value) {
      if (value instanceof Handle handle) {
        use(handle.getOwner(), handle.getName());
      } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
        use(type.getInternalName(), "");
      } else if (value instanceof ConstantDynamic dynamic) {
        constant(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }
  }
}
