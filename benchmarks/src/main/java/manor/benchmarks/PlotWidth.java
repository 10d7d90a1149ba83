package manor.benchmarks;

/** The two widths that each plot is drawn in, from the same numbers, with letters of one size. */
enum PlotWidth {
  /** For a page of a book, on paper too. */
  WIDE(560, 220, 150, ""),
  /** For a telephone, 360 px wide. */
  NARROW(352, 140, 80, "-narrow");

  private final int width;
  private final int labels;
  private final int ends;
  private final String ending;

  PlotWidth(int width, int labels, int ends, String ending) {
    this.width = width;
    this.labels = labels;
    this.ends = ends;
    this.ending = ending;
  }

  /** In units of the drawing, which are pixels where there is room. */
  int width() {
    return width;
  }

  /** Where the label of a bar is longer than this, it goes on in the next line. */
  int labels() {
    return labels;
  }

  /** The same for what stands at the end of a line or of a bar. */
  int ends() {
    return ends;
  }

  /** The name of a plot in this width. */
  String named(String plot) {
    return plot + ending;
  }
}
