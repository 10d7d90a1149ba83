package manor.explorer;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one file of Java, in memory, with this program's own class path. */
public final class SourceCompiler {
  private SourceCompiler() {}

  /**
   * The classes of one source file, by name.
   *
   * @param type the name of its public class
   * @throws IllegalArgumentException when it does not compile; the message is the compiler's
   */
  public static Map<String, byte[]> compile(String type, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalArgumentException("there is no Java compiler here: a JDK has one");
    }
    StringWriter complaints = new StringWriter();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    Memories memories = new Memories(files);
    List<String> options = List.of("-proc:none", "-g", "-nowarn", "--release", "17");
    List<Source> sources = List.of(new Source(type, source));
    if (!compiler.getTask(complaints, memories, null, options, null, sources).call()) {
      throw new IllegalArgumentException(complaints.toString().strip());
    }
    return memories.classes();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String type, String text) {
      super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Compiled(String type) {
      super(URI.create("memory:///" + type.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Memories extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Compiled> compiled = new TreeMap<>();

    private Memories(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      return compiled.computeIfAbsent(type, Compiled::new);
    }

    private Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new TreeMap<>();
      compiled.forEach((type, file) -> classes.put(type, file.bytes.toByteArray()));
      return classes;
    }
  }
}
