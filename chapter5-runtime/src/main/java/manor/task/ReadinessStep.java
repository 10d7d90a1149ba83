package manor.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of a descriptor and what is known of it, as the flight recorder keeps it. */
@Name("manor.Readiness")
@Label("Readiness")
@Category("Socket Manor")
@StackTrace(false)
final class ReadinessStep extends Event {
  @Label("Step")
  String what;

  @Label("Token")
  long token;

  @Label("Descriptor")
  int fd;

  @Label("Ready")
  String ready;

  @Label("Tick")
  int tick;
}
