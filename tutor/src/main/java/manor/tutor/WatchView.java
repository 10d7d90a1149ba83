package manor.tutor;

/** Where a watch shows what it has to show. */
interface WatchView {
  /** How many columns there are. */
  int width();

  /** Shows a page in the place of the one before. */
  void show(WatchPage page);

  /** Shows more of a page that did not fit. */
  void more();

  /** Shows a page while the first verdict on it is still to come. */
  void begin(WatchPage page);

  /** Says that a run is on, if that can be said without disturbing the page. */
  void busy();

  /** Whether the page has to be shown again: its room has changed. */
  boolean isStale();
}
