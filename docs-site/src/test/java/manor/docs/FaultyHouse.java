package manor.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A small house with one chapter, whose page has a fault.
 *
 * @param home its root
 * @param type what draws it
 */
record FaultyHouse(Path home, TypeCase type) {
  static final String PAGE = "chapter1-door/src/docs/en/index.adoc";

  private static final Map<String, Plays.Play> PLAYS =
      Map.of("chapter1-door/knock", (recorder, kernel) -> recorder.say("he knocks twice"));

  private static final String DOOR =
      """
      // tag::knock[]
      knock();
      // end::knock[]
      // tag::ring[]
      // end::ring[]
      // tag::hollow[]
      // tag::core[]
      // end::core[]

      // end::hollow[]
      // tag::open[]
      open();
      // tag::twice[]
      once();
      // end::twice[]
      // tag::twice[]
      again();
      // end::twice[]
      // tag::typo[]
      close();
      //tag::late[]
      // end::typo[]
      """;

  FaultyHouse(Path home, TypeCase type) {
    this.home = home;
    this.type = type;
    write("docs-site/src/docs/en/index.adoc", "= A house\n\n[#here]\n== Inside\n\nWell.\n");
    write("chapter1-door/src/main/java/Door.java", DOOR);
    write(
        "chapter1-door/src/docs/en/recordings/knock.jsonl",
        new Plays(PLAYS).written("chapter1-door/knock"));
  }

  void write(String file, String text) {
    try {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException full) {
      throw new java.io.UncheckedIOException(full);
    }
  }

  void draw() throws IOException {
    new BookPress(home, type, Map.of(), PLAYS).draw();
  }

  /** A page of this text, from its third line on, is refused; line 0 is any. */
  void assertFault(String text, int line, String part) {
    write(PAGE, "= The door\n\n" + text);
    assertTold(PAGE + (line > 0 ? ":" + line + ": " : ":"), part);
  }

  void assertTold(String place, String part) {
    String told = assertThrows(BookException.class, this::draw).getMessage();
    assertTrue(
        told.lines().anyMatch(each -> each.strip().startsWith(place) && each.contains(part)), told);
  }
}
