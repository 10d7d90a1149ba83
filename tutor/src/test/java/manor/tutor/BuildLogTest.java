package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
  @TempDir Path home;

  private List<String> errors(String log) throws IOException {
    Path file = Files.writeString(home.resolve("build.log"), log.replace("HOME", home.toString()));
    return BuildLog.errors(file, home);
  }

  @Test
  void aCompileErrorIsCutToFileLineAndMessage() throws IOException {
    String log =
        """
        [INFO] Compiling 1 source file
        [ERROR] COMPILATION ERROR :
        [INFO] -------------------------------------------------------------
        [ERROR] HOME/chapter2-epoll/src/main/java/manor/epoll/Bad.java:[1,47] cannot find symbol
          symbol:   class Foo
        [INFO] 1 error
        [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin
        """;
    assertEquals(
        List.of(
            "chapter2-epoll/src/main/java/manor/epoll/Bad.java:1: cannot find symbol",
            "  symbol:   class Foo"),
        errors(log));
  }

  @Test
  void anyOtherFailureIsMavensFirstWords() throws IOException {
    String log =
        """
        [ERROR] Unknown host repo.maven.apache.org -> [Help 1]
        [ERROR]
        [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
        [ERROR] Re-run Maven using the -X switch to enable full debug logging.
        """;
    assertEquals(List.of("Unknown host repo.maven.apache.org -> [Help 1]"), errors(log));
  }
}
