package manor.simulator;

/** A program under {@link Guard} does what no program should; its run is over. */
final class Misconduct extends Error {
  private static final long serialVersionUID = 1L;

  Misconduct(String what) {
    super(what);
  }
}
