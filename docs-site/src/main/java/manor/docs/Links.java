package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows every link from one page of the finished book to another. */
final class Links {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#:]*)(?:#([^\"]*))?\"");

  private Links() {}

  /** The links that lead nowhere, each with the page it stands on. */
  static List<String> broken(Path book, List<String> pages) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String page : pages) {
      Matcher link = LINK.matcher(Files.readString(book.resolve(page)));
      while (link.find()) {
        if (!leadsSomewhere(book.resolve(page), link.group(1), link.group(2))) {
          broken.add(page + ": a link leads nowhere: " + link.group());
        }
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(Path page, String file, String anchor) throws IOException {
    Path target = file.isEmpty() ? page : page.resolveSibling(file);
    if (!Files.isRegularFile(target)) {
      return false;
    }
    return anchor == null
        || anchor.isEmpty()
        || Files.readString(target).contains("id=\"" + anchor + "\"");
  }
}
