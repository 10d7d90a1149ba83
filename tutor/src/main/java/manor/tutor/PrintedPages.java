package manor.tutor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which page of a PDF each place begins that a link of it leads to. Chromium writes a PDF's
 * pages as objects in their order, and a list of all places, each with its page's object (PDF 1.7,
 * 7.7.3 and 12.3.2.3). Of another printer's file nothing may be found.
 */
final class PrintedPages {
  private static final Pattern PAGE = Pattern.compile("(?m)^(\\d+) 0 obj\\s*<</Type /Page\\s");
  private static final Pattern PLACE = Pattern.compile("/([\\w-]+) \\[(\\d+) 0 R /XYZ ");

  private PrintedPages() {}

  /** The pages, counted from 1, by the names of the places. */
  static Map<String, Integer> of(Path pdf) throws IOException {
    String written = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    List<String> pages = new ArrayList<>();
    for (Matcher page = PAGE.matcher(written); page.find(); ) {
      pages.add(page.group(1));
    }
    Map<String, Integer> places = new HashMap<>();
    for (Matcher place = PLACE.matcher(written); place.find(); ) {
      places.put(place.group(1), pages.indexOf(place.group(2)) + 1);
    }
    places.values().removeIf(page -> page == 0);
    return places;
  }
}
