package manor.benchmarks;

import java.util.Locale;

/** What can be measured, and in which unit. */
enum Metric {
  /** User and system time of the server, in microseconds a request. */
  CPU,
  /** Answers a second. */
  THROUGHPUT,
  /** Microseconds that half of the requests did not exceed. */
  P50,
  /** Microseconds that 99 of 100 requests did not exceed. */
  P99,
  /** Microseconds that 999 of 1,000 requests did not exceed. */
  P999,
  /** Resident memory of the server, in MiB. */
  MEMORY,
  /** System calls a request. */
  CALLS,
  /** Nanoseconds a call. */
  NANOS,
  /** User and system time of the server, in microseconds a MiB. */
  CPU_A_MIB,
  /** MiB a second. */
  MIB_A_SECOND,
  /** Milliseconds from a saved file to the verdict on it. */
  VERDICT;

  /** As it is written in a sheet: {@code cpu-a-mib}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Metric of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
