package manor.tutor.workbench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which packages of the house an answer may use, and which cannot know of it. */
public final class Layers {
  private static final Map<Integer, List<String>> OF_CHAPTER =
      Map.of(
          1, List.of("manor.syscall"),
          2, List.of("manor.epoll"),
          3, List.of("manor.http"),
          4, List.of("manor.server"),
          5, List.of("manor.task", "manor.io", "manor.runtime", "manor.net"));

  private static final Map<Integer, List<Integer>> BELOW =
      Map.of(1, List.of(), 2, List.of(1), 3, List.of(1, 2), 4, List.of(1, 2, 3), 5, List.of(1, 2));

  private Layers() {}

  /** Whether there is such a chapter. */
  static boolean isChapter(int number) {
    return OF_CHAPTER.containsKey(number);
  }

  /** The packages of a chapter and of those below it. */
  public static Set<String> upTo(int chapter) {
    Set<String> packages = below(chapter);
    packages.addAll(OF_CHAPTER.get(chapter));
    return packages;
  }

  /** The packages of the chapters below one: nothing in them can refer to a class of it. */
  public static Set<String> below(int chapter) {
    Set<String> packages = new TreeSet<>();
    BELOW.get(chapter).forEach(lower -> packages.addAll(OF_CHAPTER.get(lower)));
    return packages;
  }
}
