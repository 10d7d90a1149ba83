package manor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.126|0.13",
        "1.234|1.23",
        "12.34|12.3",
        "123.4|123",
        "1234|1,230",
        "1234567|1,230,000"
      })
  void numbersHaveThreeDigits(double value, String read) {
    assertEquals(read, Figure.of(value));
  }
}
