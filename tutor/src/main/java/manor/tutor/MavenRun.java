package manor.tutor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the Maven wrapper with its output in a file, and shows that it is working meanwhile. */
final class MavenRun {
  private static final String TURNS = "|/-\\";

  private final Terminal terminal;
  private final Path home;
  private final Path log;

  MavenRun(Terminal terminal, Path home, Path log) {
    this.terminal = terminal;
    this.home = home;
    this.log = log;
  }

  /** Runs to the end, and returns Maven's exit status. Ending this process ends Maven too. */
  int run(String words, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("mvnw").toString(), "-B", "-ntp"));
    command.addAll(arguments);
    Files.createDirectories(log.getParent());
    Process maven =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Thread ending = new Thread(() -> end(maven));
    Runtime.getRuntime().addShutdownHook(ending);
    wait(maven, words);
    Runtime.getRuntime().removeShutdownHook(ending);
    return maven.exitValue();
  }

  private void wait(Process maven, String words) throws InterruptedException {
    if (!terminal.moving()) {
      terminal.err().println(words);
    }
    for (int turn = 0; !maven.waitFor(120, TimeUnit.MILLISECONDS); turn++) {
      if (terminal.moving()) {
        terminal.redraw("  " + TURNS.charAt(turn % TURNS.length()) + " " + words);
      }
    }
    if (terminal.moving()) {
      terminal.redraw("");
    }
  }

  private static void end(Process maven) {
    maven.descendants().forEach(ProcessHandle::destroy);
    maven.destroy();
  }
}
