package manor.tutor;

/** Where a watch shows what it has to show. By itself it has room for all of every page. */
interface WatchView {
  /** How many columns there are. */
  int width();

  /** Shows a page in the place of the one before. */
  void show(WatchPage page);

  /** Shows the page that is there again, as it has become. */
  default void renew(WatchPage page) {
    show(page);
  }

  /** Shows more of a page that did not fit, and after its end its beginning. */
  default void more() {}

  /** Moves a page that does not fit: down by so many lines, or up if they are negative. */
  default void scroll(int lines) {}

  /** How many lines of a page's body fit. */
  default int height() {
    return Integer.MAX_VALUE;
  }

  /** Shows a page while the first verdict on it is still to come. */
  void begin(WatchPage page);

  /** Says that a run is on, if that can be said without disturbing the page. */
  void busy();

  /** Whether the page has to be shown again: its room has changed. */
  default boolean isStale() {
    return false;
  }
}
