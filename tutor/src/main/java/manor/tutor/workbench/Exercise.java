package manor.tutor.workbench;

import java.util.List;

/**
 * One exercise, as its folder describes it.
 *
 * <p>Of the <i>fragment</i> kind, the student's file takes the place of a chapter's class: it is
 * that class's own file with one region taken out, and the chapter as it is holds the solution. Of
 * the <i>whole-file</i> kind, the file is the student's from beginning to end, in a package of its
 * own.
 *
 * @param id the name of its folder, and what a person types
 * @param order its place: chapter * 100 + n
 * @param title a few words
 * @param chapter 1 to 5
 * @param kind what it asks for
 * @param points what it is worth
 * @param book a place in the book: {@code chapter2.html#the-list}
 * @param tests classes, or {@code class#method}, in the order in which they are run
 * @param className the class that the student writes
 * @param region the part of a chapter's class that is left to the student; empty for a whole file
 * @param allow packages ({@code manor.simulator.*}), classes or {@code Class#method} that an answer
 *     may use beyond the usual
 * @param without classes that an answer may not use, since it is to build what they do
 */
public record Exercise(
    String id,
    int order,
    String title,
    int chapter,
    ExerciseKind kind,
    int points,
    String book,
    List<String> tests,
    String className,
    String region,
    List<String> allow,
    List<String> without) {

  /** Whether the student's file takes the place of a chapter's. */
  public boolean isFragment() {
    return !region.isEmpty();
  }

  /** The package of the student's class. */
  public String packageName() {
    return className.substring(0, className.lastIndexOf('.'));
  }

  /** The name of the student's file: {@code Epoll.java}. */
  public String fileName() {
    return className.substring(className.lastIndexOf('.') + 1) + ".java";
  }

  /** Where the student finds it, as seen from the root of the repository. */
  public String workName() {
    return "exercises/work/" + id + "/" + fileName();
  }

  /** The chapter as a person types it. */
  public String chapterName() {
    return "chapter" + chapter;
  }

  /** The folder of the pristine copy, with a slash at its end. */
  String folder() {
    return "exercises/" + id + "/";
  }

  String hintFile(int number) {
    return folder() + "hints/" + number + ".txt";
  }
}
