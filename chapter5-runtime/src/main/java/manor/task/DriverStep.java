package manor.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of the driver, as the flight recorder keeps it. */
@Name("manor.Driver")
@Label("Driver")
@Category("Socket Manor")
@StackTrace(false)
final class DriverStep extends Event {
  @Label("Step")
  String what;

  @Label("Nanoseconds")
  long nanos;
}
