package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "10s, PT10S", "2m, PT2M", "1440m, PT24H", "1ms, PT0.001S"})
  void readsANumberWithAUnit(String typed, Duration meant) {
    assertEquals(meant, converter.convert(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "-1s", "0s", "1.5s", "10 s", "1h", "9999999999s"})
  void refusesWhatIsNoTime(String typed) {
    assertThrows(TypeConversionException.class, () -> converter.convert(typed));
  }

  @Test
  void refusesMoreThanADay() {
    assertThrows(TypeConversionException.class, () -> converter.convert("999999999m"));
  }
}
