package manor.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for bytes that are answered differently when they are cut differently. What it finds worth
 * keeping belongs in the test resources, where every build tries it again.
 */
class RequestParserFuzzTest {
  static Stream<byte[]> requests() {
    return WireCase.all()
        .map(one -> ParserFeed.bytes("seed" + new String(one.stream(), ISO_8859_1)));
  }

  @MethodSource("requests")
  @FuzzTest(maxDuration = "60s")
  void anyBytes(byte[] bytes) {
    if (bytes != null) {
      AnyBytes.check(bytes);
    }
  }
}
