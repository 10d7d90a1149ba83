package manor.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that nobody would write: what fuzzing found worth keeping, and mutations of good ones.
 */
class AnyBytesTest {
  private static final int MUTANTS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\r",
          "\n",
          "\0",
          " ",
          "\t",
          ":",
          ";",
          "\"",
          "\\",
          ",",
          "0\r\n\r\n",
          "HTTP/1.1",
          "Content-Length: 1\r\n",
          "Transfer-Encoding: chunked\r\n",
          "fffffffff",
          "\u0080");

  static Stream<Path> corpus() throws IOException, URISyntaxException {
    Path folder = Path.of(AnyBytesTest.class.getResource("RequestParserFuzzTestInputs").toURI());
    return Files.walk(folder).filter(Files::isRegularFile).sorted();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatFuzzingKeptIsTheSameHoweverItIsCut(Path file) throws IOException {
    AnyBytes.check(Files.readAllBytes(file));
  }

  @Test
  void theCorpusIsThere() throws IOException, URISyntaxException {
    assertTrue(corpus().count() > 10);
  }

  @Test
  void mutantsAreTheSameHoweverTheyAreCut() {
    List<byte[]> seeds = WireCase.all().map(WireCase::stream).toList();
    Random random = new Random(1995);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(seeds, random);
      assertDoesNotThrow(() -> AnyBytes.check(mutant), () -> HexFormat.of().formatHex(mutant));
    }
  }

  private static byte[] mutant(List<byte[]> seeds, Random random) {
    StringBuilder text = new StringBuilder("seed").append(any(seeds, random));
    text.setCharAt(random.nextInt(4), (char) random.nextInt(256));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = 4 + random.nextInt(text.length() - 4);
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(8)));
        case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.insert(at, text.substring(at, at + random.nextInt(text.length() - at)));
        default -> text.insert(at, any(seeds, random));
      }
    }
    return ParserFeed.bytes(text.toString());
  }

  private static String any(List<byte[]> seeds, Random random) {
    byte[] seed = seeds.get(random.nextInt(seeds.size()));
    return Octets.text(ByteBuffer.wrap(seed), 0, seed.length);
  }
}
