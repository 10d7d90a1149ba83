package manor.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the press refuses in a figure or a macro: texts begin on line 3 of their page. */
@ExtendWith(SharedTypeCase.class)
class FigureFaultTest {
  private final FaultyHouse house;

  FigureFaultTest(@TempDir Path home, TypeCase type) throws IOException {
    this.house = new FaultyHouse(home, type);
  }

  @Test
  void aMissingTag() throws IOException {
    house.assertFault("code::Door[tag=bell]\n", 3, "there is no line '// tag::bell[]'");
  }

  @Test
  void aTagAroundNothing() throws IOException {
    house.assertFault("\ncode::Door[tag=ring]\n", 4, "tag 'ring' holds no lines");
    house.assertFault("code::Door[tag=hollow]\n", 3, "tag 'hollow' holds no lines");
  }

  @Test
  void aTagThatIsNeverClosed() throws IOException {
    house.assertFault("code::Door[tag=open]\n", 3, "there is no line '// end::open[]'");
  }

  @Test
  void aTagThatIsOpenedTwice() throws IOException {
    house.assertFault(
        "code::Door[tag=twice]\n", 3, "'// tag::twice[]' stands twice, on lines 13 and 16");
  }

  @Test
  void aTagLeftOutThatIsNotInside() throws IOException {
    house.assertFault(
        "code::Door[tag=knock, without=twice]\n", 3, "tag 'twice' is not inside tag 'knock'");
    house.assertFault("code::Door[tag=knock, with=core]\n", 3, "names its lines by a tag");
  }

  @Test
  void aMarkThatIsNone() throws IOException {
    house.assertFault("code::Door[tag=typo]\n", 3, "no mark of a tag, and no code: //tag::late[]");
  }

  @Test
  void anExerciseThatIsNotThere() throws IOException {
    house.assertFault("exercise::knock-twice[]\n", 3, "no exercise is called knock-twice");
  }

  @Test
  void codeWithoutATag() throws IOException {
    house.assertFault("code::Door[]\n", 3, "names its lines by a tag");
  }

  @Test
  void aMissingClass() throws IOException {
    house.assertFault("code::Window[tag=knock]\n", 3, "no class is called Window");
    house.assertFault("See\njava:Window[].\n", 4, "no class is called Window");
    house.assertFault(
        "See java:Door[the door].\n", 3, "unknown macro, or in a wrong place: java:Door[");
    house.assertFault(
        "See java:manor.Door[].\n", 3, "unknown macro, or in a wrong place: java:manor");
    house.assertFault("See java:Door.\n", 3, "half a macro: See java:Door.");
  }

  @Test
  void javaThatNobodyCompiled() throws IOException {
    house.assertFault("[source,java]\n----\nknock();\n----\n", 4, "Java is cut from compiled code");
  }

  @Test
  void aPlotThatIsNotDrawnForATelephone() throws IOException {
    house.write(
        "chapter1-door/src/docs/en/pictures/plot-plan.svg",
        "<svg role=\"img\" aria-labelledby=\"t\"><title id=\"t\">A plan</title></svg>");
    house.assertFault("picture::plot-plan[]\n", 3, "there is no file");
    house.assertFault("picture::plot-plan[]\n", 3, "pictures/plot-plan-narrow.svg");
  }

  @Test
  void aMissingPicture() throws IOException {
    house.assertFault(
        "picture::plan[]\n", 3, "no file chapter1-door/src/docs/en/pictures/plan.svg");
  }

  @Test
  void aPictureThatSaysNothingToWhoCannotSeeIt() throws IOException {
    house.write("chapter1-door/src/docs/en/pictures/plan.svg", "<svg role=\"img\"></svg>");
    house.assertFault("picture::plan[]\n", 3, "plan.svg: it says nothing to who cannot see it");
  }

  @Test
  void aPictureThatIsNoXml() throws IOException {
    house.write("chapter1-door/src/docs/en/pictures/plan.svg", "<svg role=\"img\">\n<g></svg>");
    house.assertFault("picture::plan[]\n", 3, "pictures/plan.svg: line 2 is no XML");
  }

  @Test
  void aPictureWithANumberOfNoRun() throws IOException {
    house.write(
        "chapter1-door/src/docs/en/pictures/plan.svg",
        "<svg role=\"img\" aria-labelledby=\"t\"><title id=\"t\">Door 7</title></svg>");
    house.assertFault("picture::plan[]\n", 3, "pictures/plan.svg: no run has printed the number 7");
  }

  @Test
  void aPictureTwice() throws IOException {
    house.write(
        "chapter1-door/src/docs/en/pictures/plan.svg",
        "<svg role=\"img\" aria-labelledby=\"t\"><title id=\"t\">Door</title></svg>");
    house.assertFault("picture::plan[]\n\npicture::plan[]\n", 5, "an anchor stands twice: t");
  }

  @Test
  void aMissingTranscript() throws IOException {
    house.assertFault(
        "transcript::run[It prints]\n", 3, "no file chapter1-door/src/docs/en/transcripts");
  }

  @Test
  void aStartThatNoStepHas() throws IOException {
    house.assertFault(
        "\nplayer::knock[start=\"He rings\", A knock]\n",
        4,
        "chapter1-door/src/docs/en/recordings/knock.jsonl: no words told there begin: He rings");
    house.assertFault("player::knock[start=He knocks, A knock]\n", 3, "[start=\"...\", The title]");
  }

  @Test
  void anUnknownMacro() throws IOException {
    house.assertFault("cod::Door[tag=knock]\n", 3, "unknown macro: cod::");
    house.assertFault("Code::Door[tag=knock]\n", 3, "unknown macro: Code::");
    house.assertFault("image::plan.png[]\n", 3, "unknown macro: image::");
    house.assertFault("See jva:Door[].\n", 3, "unknown macro, or in a wrong place: jva:Door[...]");
    house.assertFault(
        "See image:plan.png[].\n", 3, "unknown macro, or in a wrong place: image:plan");
  }

  @Test
  void aMacroInAWrongPlace() throws IOException {
    String wrong = "unknown macro, or in a wrong place: code";
    house.assertFault("See code::Door[tag=knock].\n", 3, wrong);
    house.assertFault(" code::Door[tag=knock]\n", 3, wrong);
    house.assertFault("code:Door[tag=knock]\n", 3, wrong);
    house.assertFault(
        "See:\ncode::Door[tag=knock]\n", 4, "a figure needs a free line above and below");
    house.assertFault(
        "code::Door[tag=knock]\nSee?\n", 3, "a figure needs a free line above and below");
    house.assertFault(
        "code::Door[tag=knock]\ncode::Door[tag=knock]\n", 4, "a figure needs a free line");
  }

  @Test
  void halfAMacro() throws IOException {
    house.assertFault("code::Door[tag=knock\n", 3, "code::Door");
    house.assertFault("code::Door\n", 3, "half a macro: code::Door");
    house.assertFault("exercises::\n", 3, "half a macro: exercises::");
    house.assertFault("Type `./manor.\n", 3, "a backtick without its other one");
    house.assertFault("See link:plan.html[the plan.\n", 3, "half a macro: link:plan.html[");
    house.assertFault("See xref:hall.adoc\n", 3, "half a macro: See xref:hall.adoc");
    house.assertFault("See <<here,there.\n", 3, "half a reference");
    house.assertFault("transcript::{run}[It prints]\n", 3, "no file chapter1-door");
    house.assertFault("code::Door[tag={tag}]\n", 3, "no attribute is filled in here: tag={tag}");
  }
}
