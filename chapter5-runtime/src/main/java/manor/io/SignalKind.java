package manor.io;

/** The signals a program may wait for, as signal(7) names them. The JVM keeps the others. */
public enum SignalKind {
  /** The terminal is gone, or a daemon should read its settings again. */
  SIGHUP,

  /** Ctrl-C. */
  SIGINT,

  /** Somebody asks the program to end. */
  SIGTERM,

  /** For the program's own use. */
  SIGUSR2;

  /** The name without its prefix. */
  String shortName() {
    return name().substring(3);
  }
}
