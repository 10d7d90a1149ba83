package manor.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of a task, as the flight recorder keeps it. */
@Name("manor.Task")
@Label("Task")
@Category("Socket Manor")
@StackTrace(false)
final class TaskStep extends Event {
  @Label("Step")
  String what;

  @Label("Task")
  long task;

  @Label("In Words")
  String words;
}
