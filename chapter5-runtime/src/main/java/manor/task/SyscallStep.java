package manor.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A system call, as the flight recorder keeps it. */
@Name("manor.Syscall")
@Label("System Call")
@Category("Socket Manor")
@StackTrace(false)
final class SyscallStep extends Event {
  @Label("Line")
  String line;
}
