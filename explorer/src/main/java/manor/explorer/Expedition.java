package manor.explorer;

/**
 * What came of exploring.
 *
 * @param runs how many orders were tried
 * @param interruptions the most interruptions of those that were tried one after the other
 * @param finding the order that failed, or null
 */
public record Expedition(long runs, int interruptions, Finding finding) {
  /** Whether every order that was tried went well. */
  public boolean isClean() {
    return finding == null;
  }
}
