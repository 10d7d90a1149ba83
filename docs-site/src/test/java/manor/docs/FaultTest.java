package manor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the press refuses in a text, and that it says where: texts begin on line 3 of their page.
 */
@ExtendWith(SharedTypeCase.class)
class FaultTest {
  private final FaultyHouse house;

  FaultTest(@TempDir Path home, TypeCase type) throws IOException {
    this.house = new FaultyHouse(home, type);
  }

  @Test
  void aMissingInclude() throws IOException {
    house.assertFault("include::more.adoc[]\n", 3, "include file not found");
  }

  @Test
  void aFileFromOutsideTheHouse() throws IOException {
    String outside = "a file from outside the house: ";
    house.assertFault("include::../../../../../more.adoc[]\n", 3, outside + "../");
    house.assertFault("include::/etc/hostname[]\n", 3, outside + "/etc/hostname");
    house.assertFault("include::https://example.org/more.adoc[]\n", 3, outside + "https:");
    Path link = house.home().resolve("chapter1-door/src/docs/en/link.adoc");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("/etc/hostname"));
    house.assertFault("include::link.adoc[]\n", 3, outside + "link.adoc");
    Files.delete(link);
  }

  @Test
  void aSlipInWhatIsIncluded() throws IOException {
    String more = "chapter1-door/src/docs/en/more.adoc";
    house.write(FaultyHouse.PAGE, "= The door\n\ninclude::more.adoc[]\n");
    house.write(more, "Oil.\n\nSee {nothing}.\n");
    house.assertTold(more + ":3: ", "missing attribute: nothing");
    house.write(more, "Oil.\n\nSee xref:hall.adoc[the hall].\n");
    house.assertTold(more + ":3: ", "a link leads nowhere: hall.html");
    house.write(more, "Oil.\n\ncode::Door[tag=knock]\n");
    house.assertTold(more + ":3: ", "a macro that nobody drew: code::Door[tag=knock]");
  }

  @Test
  void aFaultInWhatIsIncluded() throws IOException {
    house.write(
        "chapter1-door/src/docs/en/more/hinges.adoc", "Oil.\n\nSee {nothing}.\n\n----\nloose\n");
    house.write(FaultyHouse.PAGE, "= The door\n\ninclude::more/hinges.adoc[]\n");
    house.assertTold(
        "chapter1-door/src/docs/en/more/hinges.adoc:5: ", "unterminated listing block");
  }

  @Test
  void aReferenceWithinThePage() throws IOException {
    house.assertFault("Well.\n\nSee <<nowhere,there>>.\n", 5, "a link leads nowhere: #nowhere");
  }

  @Test
  void aLinkToAPageThatDoesNotStand() throws IOException {
    house.assertFault("See\nxref:hall.adoc[the hall].\n", 4, "a link leads nowhere: hall.html");
  }

  @Test
  void aLinkToAnAnchorThatDoesNotStand() throws IOException {
    house.assertFault(
        "See\nxref:index.adoc#there[the hall].\n", 4, "leads nowhere: index.html#there");
    house.write(FaultyHouse.PAGE, "= The door\n\nSee xref:index.adoc#here[the hall].\n");
    house.draw();
  }

  @Test
  void aLinkToAFileThatDoesNotStand() throws IOException {
    house.assertFault("See\nlink:plan.pdf[the plan].\n", 4, "a link leads nowhere: plan.pdf");
  }

  @Test
  void aMissingAttribute() throws IOException {
    house.assertFault("See {nothing}.\n", 3, "missing attribute: nothing");
  }

  @Test
  void aBlockThatIsNeverClosed() throws IOException {
    house.assertFault("Well.\n\n----\nknock\n", 5, "unterminated listing block");
    house.assertFault("Well.\n\n....\nknock\n", 5, "unterminated literal block");
    house.assertFault("Well.\n\n====\nknock\n", 5, "unterminated example block");
    house.assertFault("Well.\n\n--\nknock\n", 5, "unterminated open block");
    house.assertFault("Well.\n\n____\nknock\n", 5, "unterminated quote block");
    house.assertFault("Well.\n\n****\nknock\n", 5, "unterminated sidebar block");
    house.assertFault("Well.\n\n```\nknock\n", 5, "unterminated listing block");
    house.assertFault("Well.\n\n|===\n|a |b\n", 5, "unterminated table block");
    house.assertFault("Well.\n\n////\nknock\n", 5, "unterminated comment block");
    house.assertFault("ifdef::door[]\nknock\n", 3, "unterminated preprocessor conditional");
  }

  @Test
  void anUnknownStyleOfABlock() throws IOException {
    house.assertFault("Well.\n\n[qoute]\nKnock.\n", 5, "unknown style of a block: [qoute]");
    house.assertFault(
        "[source sh]\n----\nknock\n----\n", 3, "unknown style of a block: [source sh]");
    house.assertFault(
        "[%colapsible]\n====\nsee\n====\n", 3, "unknown option of a block: colapsible");
    house.assertFault(
        "[cols=\"1\",options=\"headr\"]\n|===\n|a\n|===\n", 3, "option of a block: headr");
    house.assertFault("[quote, a door\n____\nsee\n____\n", 3, "half a block's attributes");
    house.assertFault("[sorce,sh]\n----\nknock\n----\n", 3, "unknown style of a block: [sorce,sh]");
    house.assertFault("[quote#door.story, a door]\n____\nsee {nothing}\n____\n", 0, "nothing");
  }

  @Test
  void aTableWithAnUnevenRow() throws IOException {
    String told = "a row of 3 cells in a table of 2 columns";
    house.assertFault("[cols=\"1,2\"]\n|===\n|a |b\n\n|1 |2 |3\n|===\n", 7, told);
    house.assertFault("|===\n|a |b\n\n|1 |2 |3\n|===\n", 6, told);
    house.assertFault("[cols=\"2*\"]\n|===\n|1 |2 |3\n|4\n|===\n", 5, told);
    house.assertFault("[cols=\"1,1\"]\n|===\n|1\n|2\n|3\n|===\n", 7, "incomplete row");
    house.assertFault("|1 |2\n", 3, "a table's row outside of a table");
  }

  @Test
  void aListOrAHeadingThatSkipsALevel() throws IOException {
    String told = "a list that begins at ***, or skips a level";
    house.assertFault("* One.\n*** Three.\n", 4, told);
    house.assertFault("** Two.\n", 3, "a list that begins at **");
    house.assertFault(". One.\n... Three.\n", 4, "a list that begins at ...");
    house.assertFault("== One\n\n==== Three\n", 5, "section title out of sequence");
    house.assertFault("==One\n", 3, "a heading without a space");
    house.assertFault("*One.\n", 3, "an asterisk without its other");
    house.write(
        FaultyHouse.PAGE,
        "= The door\n\n* One.\n** Two.\n*** Three.\n* One.\n\nWell.\n\n. One.\n.. Two.\n");
    house.draw();
  }

  @Test
  void aPageWithoutATitle() throws IOException {
    house.write(FaultyHouse.PAGE, "Knock.\n");
    house.assertTold(FaultyHouse.PAGE + ":1: ", "a page begins with its title");
    house.write(FaultyHouse.PAGE, "= The door\n\nWell.\n\n= The window\n");
    house.assertTold(FaultyHouse.PAGE + ":5: ", "level 0 sections");
  }

  @Test
  void anAnchorThatStandsTwice() throws IOException {
    house.assertFault("[#door]\nOne.\n\n[#door]\nTwo.\n", 6, "door");
    house.assertFault("[[door]]One.\n\n[[door]]Two.\n", 5, "door");
    house.assertFault("[#door]\n== One\n\n[#door]\n== Two\n", 6, "door");
  }
}
