  /** Another messenger for the same counter. */
  private RawWaker cloned() {
    throw Todo.yours("cloned: count the copy, and return who wakes the same one");
  }

  /** News, and the messenger stays (wakeByRef). */
  private void woken() {
    throw Todo.yours("woken: count the news");
  }

  /** News, and the messenger is used up (wake). */
  private void wokenAndGone() {
    throw Todo.yours("wokenAndGone: count the news, and one messenger fewer");
  }

  /** No news: the messenger goes home (drop). */
  private void gone() {
    throw Todo.yours("gone: one messenger fewer");
  }
