package manor.tutor.grader;

/** How a run in the other JVM ended, as this one sees it. */
enum PupilEnd {
  /** It said that it is done, and is ready for another run. */
  CLEAN,
  /** It said that it is done, and must not be used again. */
  SPENT,
  /** It has used up its time, and cannot even say where. */
  SILENT,
  /** It has ended for want of memory. */
  OUT_OF_MEMORY,
  /** It has ended, or something else than its own voice was heard. */
  GONE
}
