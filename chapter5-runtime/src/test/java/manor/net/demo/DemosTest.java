package manor.net.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import manor.io.SignalKind;
import manor.net.TcpListener;
import manor.runtime.Descriptors;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each demonstration, visited by guests who do not know what it is made of. */
@RealKernel
@Timeout(60)
class DemosTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetSocketAddress ANYWHERE = new InetSocketAddress(HERE, 0);

  private final Kernel kernel;
  private final long before = Descriptors.open();

  DemosTest(Kernel kernel) {
    this.kernel = kernel;
  }

  private static String ask(Socket guest, String words, int answerLength) throws IOException {
    guest.getOutputStream().write(words.getBytes(US_ASCII));
    return new String(guest.getInputStream().readNBytes(answerLength), US_ASCII);
  }

  @Test
  void echoSaysWhatItHears() throws Exception {
    try (Visit visit = new Visit((options, out) -> EchoDemo.run(kernel, options, out, ANYWHERE))) {
      int port = Visit.port(visit.line());
      List<Socket> guests = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        guests.add(new Socket(HERE, port));
      }
      for (int round = 0; round < 5; round++) {
        for (Socket guest : guests) {
          String words = "guest at " + guest.getLocalPort() + " in round " + round;
          assertEquals(words, ask(guest, words, words.length()));
        }
      }
      String much = "0123456789abcdef".repeat(4_000);
      assertEquals(much, ask(guests.get(0), much, much.length()));
      guests.get(1).shutdownOutput();
      assertEquals(-1, guests.get(1).getInputStream().read());
      for (Socket guest : guests) {
        guest.close();
      }
    }
  }

  @Test
  void echoEndsWithGuestsInTheHouseAndLeavesNothingOpen() throws Exception {
    Visit visit = new Visit((options, out) -> EchoDemo.run(kernel, options, out, ANYWHERE));
    try (Socket guest = new Socket(HERE, Visit.port(visit.line()))) {
      assertEquals("hi", ask(guest, "hi", 2));
      visit.close();
      assertEquals(List.of("Guests still here at the end: 1."), visit.rest());
      assertEquals(-1, guest.getInputStream().read());
    }
    assertEquals(before, Descriptors.open());
  }

  @Test
  void helloAnswersRequestsHoweverTheyArrive() throws Exception {
    try (Visit visit = new Visit((options, out) -> HelloDemo.run(kernel, options, out, ANYWHERE))) {
      int port = Visit.port(visit.line());
      try (Socket guest = new Socket(HERE, port)) {
        String answer = ask(guest, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", 1);
        answer += ask(guest, "", answerLength() - 1);
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\nHello from Manor Tokio.\n"), answer);
        for (byte b : "GET / HTTP/1.1\r\nHost: x\r\n\r".getBytes(US_ASCII)) {
          guest.getOutputStream().write(b);
        }
        assertEquals(answer, ask(guest, "\n", answer.length()));
        int many = 500;
        String pipelined = "GET / HTTP/1.1\r\n\r\n".repeat(many);
        assertEquals(answer.repeat(many), ask(guest, pipelined, many * answer.length()));
      }
    }
  }

  private static int answerLength() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n".length()
        + "Content-Length: 24\r\n\r\nHello from Manor Tokio.\n".length();
  }

  @Test
  void helloClosesForThoseWhoWantItClosed() throws Exception {
    try (Visit visit = new Visit((options, out) -> HelloDemo.run(kernel, options, out, ANYWHERE))) {
      int port = Visit.port(visit.line());
      for (String request :
          List.of(
              "GET / HTTP/1.0\r\nHost: x\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: */*\r\n\r\n")) {
        try (Socket guest = new Socket(HERE, port)) {
          guest.getOutputStream().write(request.getBytes(US_ASCII));
          assertEquals(answerLength(), guest.getInputStream().readAllBytes().length);
        }
      }
    }
  }

  @Test
  void oneTaskReceivesAtEveryPortAndNamesThoseItCannotHave() throws Exception {
    try (Runtime neighbour = Runtime.open(kernel)) {
      TcpListener taken = neighbour.blockOn(TcpListener.bind(neighbour.handle(), ANYWHERE));
      int port = taken.localAddress().getPort();
      try (Visit visit =
          new Visit(
              (options, out) -> ListenersDemo.run(kernel, options, out, HERE, port, port + 20))) {
        assertEquals("Port " + port + " is left out: it is in use.", visit.line());
        String line = visit.line();
        while (line.startsWith("Port")) {
          line = visit.line();
        }
        assertTrue(line.matches("One task waits for \\d+ ports, .*"), line);
        int first = Visit.port(line);
        for (int round = 0; round < 20; round++) {
          try (Socket guest = new Socket(HERE, first)) {
            String told = visit.line();
            assertTrue(told.startsWith("receiver conn: TcpStream("), told);
            assertTrue(told.endsWith("127.0.0.1:" + guest.getLocalPort() + ")"), told);
            assertEquals(-1, guest.getInputStream().read());
          }
        }
      }
    }
    assertEquals(before, Descriptors.open());
  }

  @Test
  void withoutAnyPortThereIsNothingToWaitFor() throws Exception {
    try (Runtime neighbour = Runtime.open(kernel)) {
      TcpListener taken = neighbour.blockOn(TcpListener.bind(neighbour.handle(), ANYWHERE));
      int port = taken.localAddress().getPort();
      PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
      RuntimeOptions options = RuntimeOptions.standard().with((kind, arrived) -> () -> {});
      assertThrows(
          ErrnoException.class,
          () -> ListenersDemo.run(kernel, options, nowhere, HERE, port, port + 1));
    }
  }

  @Test
  void signalsAreToldUntilOneMeansTheEnd() throws Exception {
    Visit visit = new Visit((options, out) -> SignalDemo.run(kernel, options, out));
    assertTrue(visit.line().startsWith("Waiting for signals."));
    visit.line();
    for (int i = 0; i < 3; i++) {
      visit.signal(SignalKind.SIGHUP);
      assertEquals("SIGHUP arrived: and on we go.", visit.line());
    }
    visit.signal(SignalKind.SIGINT);
    assertEquals("SIGINT arrived: that was Ctrl-C.", visit.line());
    visit.end();
    assertEquals(before, Descriptors.open());
  }

  @Test
  void stuckNamesWhatIsWrongWithEachOfThree() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StuckDemo.run(kernel, new PrintStream(bytes, true, US_ASCII));
    List<String> lines = bytes.toString(US_ASCII).lines().toList();
    List<String> kinds =
        lines.stream().filter(line -> line.contains(": ")).map(l -> l.split(":")[0]).toList();
    assertEquals(
        List.of("never registered", "waker dropped", "edge not drained"),
        kinds.stream().filter(kind -> !kind.startsWith(" ")).toList(),
        () -> "" + lines);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), () -> "" + lines);
    assertEquals(before, Descriptors.open());
  }
}
