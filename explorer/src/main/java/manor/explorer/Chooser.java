package manor.explorer;

import java.util.List;

/** Who goes on, at every place at which more than one could. */
interface Chooser {
  /**
   * Chooses.
   *
   * @param current who has the baton; first of {@code able} if he could go on himself
   * @param able who could go on, at least two
   * @param free whether {@code current} cannot go on, so that giving the baton away is no
   *     interruption
   * @return an index into {@code able}
   */
  int choose(Actor current, List<Actor> able, boolean free);
}
