package manor.explorer;

/** The run is over, and every actor leaves the stage wherever he stands. */
final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super("the run is over", null, false, false);
  }
}
