package manor.benchmarks;

import java.util.Locale;

/** Numbers as they are read: three digits, thousands apart. */
final class Figure {
  private Figure() {}

  /** Three significant digits: {@code 0.123}, {@code 1.23}, {@code 12.3}, {@code 12,300}. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 1000) {
      double step = Math.pow(10, Math.floor(Math.log10(size)) - 2);
      return String.format(Locale.ROOT, "%,d", Math.round(Math.round(value / step) * step));
    }
    int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** From the least to the greatest. */
  static String range(Spread spread) {
    return of(spread.low()) + ".." + of(spread.high());
  }

  static String ratio(Spread spread) {
    return String.format(Locale.ROOT, "%.2f", spread.median());
  }
}
