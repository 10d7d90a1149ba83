package manor.tutor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What a command line printed, and its exit status. */
record Typed(int status, String out, String err) {
  static Typed manor(Path home, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = new Main(plain(out, err), home).execute(args);
    return new Typed(status, out.toString(), err.toString());
  }

  static Typed manor(String... args) {
    return manor(Path.of("").toAbsolutePath().getParent(), args);
  }

  static Terminal plain(StringWriter out, StringWriter err) {
    return new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, true);
  }
}
