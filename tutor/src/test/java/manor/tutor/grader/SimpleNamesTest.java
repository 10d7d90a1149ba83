package manor.tutor.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SimpleNamesTest {
  @Test
  void typesAreNamedAsJavacNamesThem() {
    assertEquals(
        "incompatible types: String cannot be converted to int",
        SimpleNames.in("incompatible types: java.lang.String cannot be converted to int"));
    assertEquals(
        "location: class Syscall", SimpleNames.in("location: class manor.syscall.Syscall"));
  }

  @Test
  void twoTypesOfTheSameNameKeepTheirPackages() {
    String message = "java.util.List cannot be converted to java.awt.List";
    assertEquals(message, SimpleNames.in(message));
  }

  @Test
  void packagesAreLeftAlone() {
    String message = "package java.util.wrong does not exist";
    assertEquals(message, SimpleNames.in(message));
  }
}
