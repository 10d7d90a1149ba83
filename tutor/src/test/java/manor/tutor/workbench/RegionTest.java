package manor.tutor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void onlyWhatStandsBetweenTheTwoLinesIsTheStudents() {
    String source = "given\n  // Yours from here.\n  one\n  two\n  // To here.\ngiven\n";
    List<Boolean> yours =
        LongStream.rangeClosed(1, 7).mapToObj(line -> Region.isYours(source, line)).toList();
    assertEquals(List.of(false, true, true, true, false, false, false), yours);
    assertFalse(Region.isYours("a whole file\n", 1));
  }
}
