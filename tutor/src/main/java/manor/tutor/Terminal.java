package manor.tutor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command prints, and what may be printed there. Colour and moving signs are for terminals
 * only, and signs beyond ASCII only for those that say they know UTF-8.
 *
 * @param out standard output
 * @param err standard error
 * @param moving whether a line may be drawn over again
 * @param colour whether colours are wanted
 * @param unicode whether signs beyond ASCII can be shown
 */
record Terminal(PrintWriter out, PrintWriter err, boolean moving, boolean colour, boolean unicode) {
  static Terminal ofThisProcess() {
    Map<String, String> environment = System.getenv();
    boolean screen = Boolean.getBoolean("manor.terminal");
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean unicode = knowsUnicode(environment);
    Charset charset = charset(unicode);
    return new Terminal(
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        screen && !dumb,
        screen && !dumb && !plain,
        unicode);
  }

  private static Charset charset(boolean unicode) {
    return unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
  }

  /** How text is to be encoded for it. */
  Charset charset() {
    return charset(unicode);
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new FileOutputStream(descriptor), true, charset);
  }

  /** As the C library decides it: the first of three variables that is set. */
  static boolean knowsUnicode(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "").toUpperCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("UTF-8") || value.contains("UTF8");
      }
    }
    return false;
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31", text);
  }

  String strong(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String style, String text) {
    return colour ? "\033[" + style + "m" + text + "\033[0m" : text;
  }

  String passed() {
    return good(unicode ? "\u2713" : "ok");
  }

  String failed() {
    return bad(unicode ? "\u2717" : "FAILED");
  }

  /** What stands before the next step. */
  String arrow() {
    return strong(unicode ? "\u2192" : ">") + " ";
  }

  /** Draws {@code text} over the current line. Only where {@link #moving}. */
  void redraw(String text) {
    out.print("\r" + text + "\033[K");
    out.flush();
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
