package manor.tutor.grader;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import manor.tutor.workbench.Exercise;

/** Compiles one student's file at a time, within this process. One thread. */
final class StudentCompiler {
  private static final List<String> OPTIONS =
      List.of(
          "-g",
          "-proc:none",
          "-parameters",
          "-nowarn",
          "-Xlint:none",
          "-source",
          "17",
          "-target",
          "17",
          "--limit-modules",
          "java.base");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files;

  StudentCompiler(List<Path> house) {
    files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, house);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compiled compile(Exercise exercise, AllowList allowed, String source, String reference) {
    StudentFiles seen = new StudentFiles(files, exercise, allowed);
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    JavacTask task = task(seen, told, exercise, source);
    try {
      List<Trespass> trespasses = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        trespasses.addAll(SourceRules.of(task, unit, reference));
      }
      task.analyze();
      task.generate();
      List<CompileFault> faults = faults(told, source);
      return new Compiled(faults.isEmpty() ? seen.classes() : Map.of(), faults, trespasses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JavacTask task(
      StudentFiles seen,
      DiagnosticCollector<JavaFileObject> told,
      Exercise exercise,
      String source) {
    URI uri = URI.create("memory:///" + exercise.fileName());
    JavaFileObject file =
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    return (JavacTask) compiler.getTask(null, seen, told, OPTIONS, null, List.of(file));
  }

  private static List<CompileFault> faults(
      DiagnosticCollector<JavaFileObject> told, String source) {
    List<String> lines = source.lines().toList();
    return told.getDiagnostics().stream()
        .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
        .map(fault -> fault(fault, lines))
        .toList();
  }

  private static CompileFault fault(Diagnostic<? extends JavaFileObject> told, List<String> lines) {
    int line = (int) Math.max(1, told.getLineNumber());
    String source = line <= lines.size() ? lines.get(line - 1).replace('\t', ' ') : "";
    return new CompileFault(
        line, Math.max(1, told.getColumnNumber()), told.getMessage(Locale.ENGLISH), source);
  }
}
