package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the reports that Surefire leaves, one XML file for each test class. */
final class ReportReader {
  private ReportReader() {}

  /** Everything reported in a folder, in the order of the file names; empty if there is none. */
  static List<TestOutcome> read(Path folder) throws IOException {
    List<TestOutcome> outcomes = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(ReportReader::isReport).sorted().toList()) {
          outcomes.addAll(readFile(file));
        }
      }
    }
    return outcomes;
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private static List<TestOutcome> readFile(Path file) throws IOException {
    try {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
      List<TestOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < cases.getLength(); i++) {
        outcomes.add(outcome((Element) cases.item(i)));
      }
      return outcomes;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("cannot read " + file, e);
    }
  }

  private static TestOutcome outcome(Element test) {
    String type = test.getAttribute("classname");
    String method = test.getAttribute("name").split("[(\\[{]", 2)[0];
    Element failure = first(test, "failure", "error");
    if (failure != null) {
      String place = place(type, failure.getTextContent());
      return new TestOutcome(type, method, TestOutcome.Ending.FAILED, message(failure), place);
    }
    Element skipped = first(test, "skipped");
    if (skipped != null) {
      String why = skipped.getAttribute("message");
      return new TestOutcome(type, method, TestOutcome.Ending.SKIPPED, why, "");
    }
    return new TestOutcome(type, method, TestOutcome.Ending.PASSED, "", "");
  }

  private static Element first(Element test, String... names) {
    for (String name : names) {
      NodeList found = test.getElementsByTagName(name);
      if (found.getLength() > 0) {
        return (Element) found.item(0);
      }
    }
    return null;
  }

  /** The message of a failed assertion; of any other exception its type as well. */
  private static String message(Element failure) {
    String message = failure.getAttribute("message").strip();
    String type = failure.getAttribute("type");
    String name = type.substring(type.lastIndexOf('.') + 1);
    boolean asserted = name.equals("AssertionFailedError") || name.equals("AssertionError");
    if (asserted && !message.isEmpty()) {
      return message;
    }
    return message.isEmpty() ? name : name + ": " + message;
  }

  /** The innermost line of the test class itself, or of its file, in a stack trace. */
  private static String place(String type, String trace) {
    String file = type.substring(type.lastIndexOf('.') + 1).split("\\$")[0] + ".java";
    Matcher line = Pattern.compile("\\((" + Pattern.quote(file) + ":\\d+)\\)").matcher(trace);
    return line.find() ? line.group(1) : "";
  }
}
