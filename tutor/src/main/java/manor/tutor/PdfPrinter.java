package manor.tutor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prints a page as PDF, by a Chromium of this machine. */
final class PdfPrinter {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> APPLICATIONS =
      List.of(
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final long PATIENCE_SECONDS = 120;

  private final String path;

  /** Looks for its browser in the folders of {@code path}, as the shell has them in PATH. */
  PdfPrinter(String path) {
    this.path = path;
  }

  /**
   * Prints.
   *
   * @throws Refusal when there is no browser, or it prints nothing
   */
  void print(Path page, Path pdf) throws IOException, InterruptedException {
    Path browser =
        browser()
            .orElseThrow(
                () ->
                    new Refusal(
                        "a PDF is printed by Chromium or Chrome, and neither is on the PATH;"
                            + " sudo apt install chromium, or print this page from any browser: "
                            + page.toUri()));
    Path profile = Files.createTempDirectory("manor-print");
    try {
      Files.deleteIfExists(pdf);
      run(command(browser, profile, page, pdf), profile.resolve("log"));
      if (!Files.exists(pdf) || Files.size(pdf) == 0) {
        throw new Refusal(browser + " did not print: " + lastLine(profile.resolve("log")));
      }
    } finally {
      clear(profile);
    }
  }

  private Optional<Path> browser() {
    Stream<Path> found =
        NAMES.stream()
            .flatMap(
                name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)));
    return Stream.concat(found, APPLICATIONS.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<String> command(Path browser, Path profile, Path page, Path pdf) {
    List<String> command = new ArrayList<>(List.of(browser.toString(), "--headless=new"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox"); // which Chromium cannot have for root
    }
    command.addAll(
        List.of(
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile,
            "--virtual-time-budget=20000",
            "--no-pdf-header-footer",
            "--print-to-pdf=" + pdf,
            page.toUri().toString()));
    return command;
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process browser =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    browser.getOutputStream().close();
    try {
      if (!browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal("the browser has not printed within " + PATIENCE_SECONDS + " seconds");
      }
    } finally {
      browser.destroyForcibly();
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (java.io.UncheckedIOException stillBeingTidiedUp) {
      return;
    }
  }
}
