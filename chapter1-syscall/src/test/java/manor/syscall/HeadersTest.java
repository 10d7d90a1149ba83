package manor.syscall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A C compiler, where there is one, reads the numbers and layouts back from the system headers. */
@RealKernel
class HeadersTest {
  private static final String INCLUDES =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <fcntl.h>
      #include <netinet/in.h>
      #include <netinet/tcp.h>
      #include <stddef.h>
      #include <sys/epoll.h>
      #include <sys/eventfd.h>
      #include <sys/socket.h>
      #include <sys/stat.h>
      """;

  private static final String LAYOUTS =
      """
      IS(sizeof(struct epoll_event), %d);
      IS(offsetof(struct epoll_event, data), %d);
      IS(sizeof(struct sockaddr_in6), %d);
      IS(sizeof(struct statx), %d);
      IS(sizeof(struct sockaddr_in), 16);
      IS(offsetof(struct sockaddr_in6, sin6_scope_id), 24);
      IS(offsetof(struct statx, stx_mode), 28);
      IS(offsetof(struct statx, stx_ino), 32);
      IS(offsetof(struct statx, stx_size), 40);
      IS(offsetof(struct statx, stx_mtime), 112);
      IS(offsetof(struct statx, stx_mtime.tv_nsec), 120);
      """
          .formatted(EpollEvent.SIZE, EpollEvent.DATA, SockAddr.SIZE, Statx.SIZE);

  @TempDir private Path directory;

  private static boolean compilerIsHere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(":")))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
  }

  /** Three tests where there is a compiler, and none, rather than skipped ones, where not. */
  @TestFactory
  List<DynamicTest> theHeadersAgree() {
    return compilerIsHere()
        ? List.of(
            dynamicTest("everyConstantIsTheHeaders", this::everyConstantIsTheHeaders),
            dynamicTest("everyLayoutIsTheHeaders", this::everyLayoutIsTheHeaders),
            dynamicTest("aWrongNumberWouldBeSeen", this::aWrongNumberWouldBeSeen))
        : List.of();
  }

  private String compile(String assertions) throws IOException, InterruptedException {
    String is = "#define IS(a, b) _Static_assert((a) == (b), #a)\n";
    Path source = Files.writeString(directory.resolve("headers.c"), INCLUDES + is + assertions);
    File output = directory.resolve("errors").toFile();
    Process cc =
        new ProcessBuilder("cc", "-fsyntax-only", source.toString())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    int status = cc.waitFor();
    return status == 0 ? "" : Files.readString(output.toPath());
  }

  private static String constants(Class<?> type) throws IllegalAccessException {
    StringBuilder assertions = new StringBuilder();
    for (Field constant : type.getFields()) {
      String name = constant.getName();
      assertions.append("IS((int) ").append(name).append(", ").append(constant.getInt(null));
      assertions.append(");\n");
    }
    return assertions.toString();
  }

  private void everyConstantIsTheHeaders() throws Exception {
    assertEquals("", compile(constants(Linux.class) + constants(Errno.class)));
  }

  private void everyLayoutIsTheHeaders() throws Exception {
    assertEquals("", compile(LAYOUTS));
  }

  private void aWrongNumberWouldBeSeen() throws Exception {
    assertTrue(compile("IS(EPOLLIN, 2);").contains("EPOLLIN"));
  }
}
