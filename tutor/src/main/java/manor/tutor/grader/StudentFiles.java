package manor.tutor.grader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import manor.tutor.workbench.Exercise;

/**
 * What the compiler sees when it reads one student's file: of the house, only what the answer may
 * use, and never the class that it is to take the place of. Class files stay in memory.
 */
final class StudentFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Exercise exercise;
  private final AllowList allowed;
  private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

  StudentFiles(JavaFileManager all, Exercise exercise, AllowList allowed) {
    super(all);
    this.exercise = exercise;
    this.allowed = allowed;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    if (!packageName.startsWith("manor")) {
      return List.of();
    }
    List<JavaFileObject> seen = new ArrayList<>();
    for (JavaFileObject file :
        super.list(location, packageName, Set.of(JavaFileObject.Kind.CLASS), recurse)) {
      if (isSeen(inferBinaryName(location, file))) {
        seen.add(file);
      }
    }
    return seen;
  }

  private boolean isSeen(String name) {
    boolean own = name.equals(exercise.className()) || name.startsWith(exercise.className() + "$");
    return !own && allowed.allowsClass(name.replaceFirst("\\$.*", ""));
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.put(className, bytes);
        return bytes;
      }
    };
  }

  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  @Override
  public void close() {
    // The files behind this one are for the next student as well.
  }
}
