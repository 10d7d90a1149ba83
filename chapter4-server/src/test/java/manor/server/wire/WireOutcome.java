package manor.server.wire;

import java.util.List;

/** One acceptable way for a case to end: these answers, in this order, and then this. */
record WireOutcome(List<WireExpect> answers, WireEnding ending) {

  boolean matches(List<WireAnswer> got) {
    int taken = 0;
    for (WireExpect expected : answers) {
      if (taken < got.size() && expected.matches(got.get(taken))) {
        taken++;
      } else if (!expected.optional()) {
        return false;
      }
    }
    return taken == got.size();
  }

  WireOutcome best() {
    return new WireOutcome(answers.stream().map(WireExpect::best).toList(), ending);
  }

  @Override
  public String toString() {
    return answers + " then " + ending.name().toLowerCase(java.util.Locale.ROOT);
  }
}
