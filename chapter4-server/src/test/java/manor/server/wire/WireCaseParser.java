package manor.server.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of one {@code .wire} file. Used once a file. */
final class WireCaseParser {
  private static final Pattern TIMES = Pattern.compile(" \\*(\\d+)$");

  private final List<String> remarks = new ArrayList<>();
  private final List<WireStep> steps = new ArrayList<>();
  private final List<WireOutcome> outcomes = new ArrayList<>();
  private final List<WireExpect> awaited = new ArrayList<>();
  private final List<WireExpect> answers = new ArrayList<>();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private int messages = 1;

  private WireCaseParser() {}

  static WireCase parse(String name, List<String> lines) {
    WireCaseParser parser = new WireCaseParser();
    for (int i = 0; i < lines.size(); i++) {
      try {
        parser.line(lines.get(i));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(name + ".wire:" + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return parser.finish(name);
  }

  private void line(String line) {
    if (line.endsWith(" ")) {
      throw new IllegalArgumentException("spell a blank at the end of a line as \\x20");
    }
    String rest = line.length() > 2 ? line.substring(2) : "";
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '#' -> remarks.add(rest);
      case ' ' -> endMessage();
      case '>' -> send(rest);
      case '<' -> answer(rest);
      case '!' -> endOfStream(rest);
      case '=' -> ending(rest);
      case 'o' -> answers.clear();
      default -> throw new IllegalArgumentException("no such line: " + line);
    }
  }

  private void send(String text) {
    await();
    messages = message.size() == 0 ? WireText.repetitions(text) : 1;
    message.writeBytes(WireText.decode(text));
  }

  /** The answers noted so far are to come before the client goes on. */
  private void await() {
    answers.forEach(answer -> steps.add(new WireStep.Await()));
    awaited.addAll(answers);
    answers.clear();
  }

  private void endMessage() {
    if (message.size() > 0) {
      steps.add(new WireStep.Send(message.toByteArray(), messages));
      message.reset();
    }
  }

  private void endOfStream(String word) {
    endMessage();
    if (!word.equals("FIN")) {
      throw new IllegalArgumentException("only FIN may follow !");
    }
    await();
    steps.add(new WireStep.Fin());
  }

  private void answer(String text) {
    endMessage();
    if (text.startsWith("  ")) {
      int last = answers.size() - 1;
      answers.set(last, answers.get(last).with(new WireCheck(text.trim())));
      return;
    }
    Matcher times = TIMES.matcher(text);
    int count = times.find() ? Integer.parseInt(times.group(1)) : 1;
    WireExpect expected = WireExpect.parse(times.replaceFirst(""));
    answers.addAll(Collections.nCopies(count, expected));
  }

  private void ending(String word) {
    endMessage();
    WireEnding ending = WireEnding.valueOf(word.toUpperCase(Locale.ROOT));
    List<WireExpect> all = Stream.concat(awaited.stream(), answers.stream()).toList();
    outcomes.add(new WireOutcome(all, ending));
  }

  private WireCase finish(String name) {
    if (outcomes.isEmpty() || remarks.size() < 2) {
      throw new IllegalArgumentException(name + ": a case has a reason, and at least one outcome");
    }
    WireLevel level = WireLevel.valueOf(remarks.get(0).split("\\W")[0]);
    return new WireCase(
        name, level, String.join("\n", remarks), List.copyOf(steps), List.copyOf(outcomes));
  }
}
