package manor.tutor.grades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sources that a verdict rests on: the chapters with their tests, the simulator, the exercises,
 * and the tutor. Whoever can change them can change a verdict; so a verdict says what they are.
 */
public final class GraderSources {
  private static final List<String> OUTSIDE = List.of("docs-site", "benchmarks");
  private static final long GIT_MILLIS = 3000;

  private final Path home;

  /**
   * The sources of a tree.
   *
   * @param home its root
   */
  public GraderSources(Path home) {
    this.home = home;
  }

  /**
   * What is known of the sources.
   *
   * @param digest SHA-256 over names and contents; two trees that judge alike have the same
   * @param asCommitted whether all are as they were committed; null where there is no git to ask
   * @param changed those that are not
   * @param asCourse whether it is the tree that the course asks for; null if the course asks for
   *     none
   */
  public record Seal(String digest, Boolean asCommitted, List<String> changed, Boolean asCourse) {}

  /**
   * Looks at them now.
   *
   * @param wanted the digest that a course asks for, or an empty text
   */
  public Seal seal(String wanted) throws IOException {
    String digest = digest();
    Optional<List<String>> changed = changed();
    return new Seal(
        digest,
        changed.map(List::isEmpty).orElse(null),
        changed.orElse(List.of()),
        wanted.isEmpty() ? null : wanted.equals(digest));
  }

  private String digest() throws IOException {
    MessageDigest sha = sha256();
    TreeSet<Path> files = new TreeSet<>();
    for (String folder : folders()) {
      Files.walkFileTree(home.resolve(folder), new Gathering(files));
    }
    for (Path file : files) {
      sha.update(
          home.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update(sha256().digest(Files.readAllBytes(file)));
    }
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }

  /** The folders of source, and the files that say how they are built. */
  private List<String> folders() throws IOException {
    try (Stream<Path> rooms = Files.list(home)) {
      Stream<String> sources =
          rooms
              .filter(room -> Files.isDirectory(room.resolve("src")))
              .map(room -> room.getFileName().toString())
              .filter(room -> !OUTSIDE.contains(room))
              .sorted()
              .flatMap(
                  room -> Stream.of(room + "/src/main", room + "/src/test", room + "/pom.xml"));
      return Stream.concat(sources, Stream.of("pom.xml", "manor"))
          .filter(name -> Files.exists(home.resolve(name)))
          .toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<List<String>> changed() throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of("git", "status", "--porcelain", "--untracked-files=all", "--"),
                folders().stream())
            .toList();
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean over = git.waitFor(GIT_MILLIS, TimeUnit.MILLISECONDS);
      return over && git.exitValue() == 0 ? Optional.of(names(told)) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Two letters and a space stand before each name. */
  private static List<String> names(String told) {
    return told.lines().filter(line -> line.length() > 3).map(line -> line.substring(3)).toList();
  }

  /** Gathers files, without what editors leave beside them. */
  private static final class Gathering extends SimpleFileVisitor<Path> {
    private final TreeSet<Path> files;

    Gathering(TreeSet<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
      String name = file.getFileName().toString();
      if (kind.isRegularFile() && !name.startsWith(".") && !name.endsWith("~")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
