package manor.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of a waker, as the flight recorder keeps it. */
@Name("manor.Waker")
@Label("Waker")
@Category("Socket Manor")
@StackTrace(false)
final class WakerStep extends Event {
  @Label("Step")
  String what;

  @Label("Of Whom")
  String waker;

  @Label("Left Where")
  String place;
}
