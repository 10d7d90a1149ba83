package manor.benchmarks.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** This machine's C compiler, if it has one. Threads: one. */
public final class CompilerOfC {
  private final Path folder;
  private final Consumer<String> leftOut;

  /**
   * A compiler that puts its programs into a folder.
   *
   * @param leftOut told what could not be compiled, and why
   */
  public CompilerOfC(Path folder, Consumer<String> leftOut) {
    this.folder = folder;
    this.leftOut = leftOut;
  }

  /** Where it is: {@code cc}, {@code gcc} or {@code clang}. */
  public static Optional<Path> find() {
    return Programs.find("cc").or(() -> Programs.find("gcc")).or(() -> Programs.find("clang"));
  }

  /**
   * Compiles one of the sources that the benchmarks bring along.
   *
   * @param name of the source and of the program
   * @return the program, or nothing if there is no compiler or it would not
   */
  public Optional<Path> compile(String name) throws IOException {
    Optional<Path> compiler = find();
    if (compiler.isEmpty()) {
      leftOut.accept("Everything in C: there is no C compiler here (cc, gcc or clang).");
      return Optional.empty();
    }
    Path source = folder.resolve(name + ".c");
    try (InputStream text =
        CompilerOfC.class.getResourceAsStream("/manor/benchmarks/" + name + ".c")) {
      Files.write(source, text.readAllBytes());
    }
    Path program = folder.resolve(name);
    Path log = folder.resolve("compiler.log");
    List<String> command =
        List.of(compiler.get().toString(), "-O2", "-o", program.toString(), source.toString());
    if (Programs.run(command, log) != 0) {
      leftOut.accept(name + " in C: " + compiler.get() + " could not compile it, see " + log);
      return Optional.empty();
    }
    return Optional.of(program);
  }
}
