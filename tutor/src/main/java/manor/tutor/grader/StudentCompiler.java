package manor.tutor.grader;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import manor.tutor.workbench.Exercise;

/**
 * Compiles one student's file at a time, within this process, in a thread of its own: a text can be
 * so nested that the compiler needs a great stack, and so entangled that it never comes back. One
 * thread.
 */
final class StudentCompiler {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long STACK_BYTES = 8 << 20;

  private static final List<String> OPTIONS =
      List.of(
          "-g",
          "-proc:none",
          "-parameters",
          "-nowarn",
          "-Xlint:none",
          "--release",
          "17",
          "--limit-modules",
          "java.base");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final List<Path> house;
  private final Duration patience;
  private StandardJavaFileManager files;

  /** A compiler for whoever refers to these jars. */
  StudentCompiler(List<Path> house) {
    this(house, PATIENCE);
  }

  StudentCompiler(List<Path> house, Duration patience) {
    this.house = house;
    this.patience = patience;
    this.files = openFiles();
  }

  private StandardJavaFileManager openFiles() {
    StandardJavaFileManager opened =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    try {
      opened.setLocationFromPaths(StandardLocation.CLASS_PATH, house);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compiled compile(Exercise exercise, AllowList allowed, String source, String reference) {
    FutureTask<Compiled> work =
        new FutureTask<>(() -> compileHere(exercise, allowed, source, reference));
    Thread thread = new Thread(null, work, "compiler", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException stumbled) {
      files = openFiles(); // who knows what became of the old ones
      return gaveUp("the compiler gave up: " + why(stumbled.getCause()), source);
    } catch (TimeoutException stuck) {
      files = openFiles(); // the old ones are still in use
      return gaveUp("the compiler did not come to an end. Write it more simply.", source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return gaveUp("the compiler was interrupted", source);
    }
  }

  private static Compiled gaveUp(String why, String source) {
    String line = source.lines().findFirst().orElse("");
    return new Compiled(Map.of(), List.of(new CompileFault(1, 1, why, line)), List.of());
  }

  private static String why(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return "something here is nested too deeply for it.";
      }
    }
    return "it ended with " + thrown;
  }

  private Compiled compileHere(
      Exercise exercise, AllowList allowed, String source, String reference) {
    StudentFiles seen = new StudentFiles(files, exercise, allowed);
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    JavacTask task = task(seen, told, exercise, source);
    try {
      List<Trespass> trespasses = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        trespasses.addAll(SourceRules.of(task, unit, reference));
      }
      List<CompileFault> faults = faults(told, source);
      if (faults.isEmpty()) { // what cannot be parsed would be found wanting in many more places
        task.analyze();
        task.generate();
        faults = faults(told, source);
      }
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
    return (JavacTask)
        compiler.getTask(Writer.nullWriter(), seen, told, OPTIONS, null, List.of(file));
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
