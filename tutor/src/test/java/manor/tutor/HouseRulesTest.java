package manor.tutor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every room keeps, read from the compiled classes of all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {
  /** Each chapter package, and the only rooms below it. */
  private static final Map<String, List<String>> BELOW =
      Map.ofEntries(
          entry("manor.syscall", List.of()),
          entry("manor.epoll", List.of("manor.syscall")),
          entry("manor.http", List.of("manor.syscall", "manor.epoll")),
          entry("manor.server", List.of("manor.syscall", "manor.epoll", "manor.http")),
          entry("manor.task", List.of("manor.syscall", "manor.epoll")),
          entry("manor.io", List.of("manor.syscall", "manor.epoll", "manor.task")),
          entry("manor.doctor", List.of("manor.syscall", "manor.epoll", "manor.task")),
          entry("manor.runtime", List.of("manor.syscall", "manor.epoll", "manor.task", "manor.io")),
          entry(
              "manor.net",
              List.of(
                  "manor.syscall",
                  "manor.epoll",
                  "manor.task",
                  "manor.io",
                  "manor.runtime",
                  "manor.doctor")),
          entry(
              "manor.simulator",
              List.of("manor.syscall", "manor.epoll", "manor.http", "manor.server")),
          entry(
              "manor.explorer",
              List.of(
                  "manor.syscall",
                  "manor.epoll",
                  "manor.task",
                  "manor.io",
                  "manor.doctor",
                  "manor.runtime",
                  "manor.net",
                  "manor.simulator")));

  /** The rooms that may look into all others. */
  private static final List<String> ABOVE =
      List.of("manor.exercises", "manor.tutor", "manor.docs", "manor.benchmarks");

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages("manor");

  static Stream<String> chapterPackages() {
    return BELOW.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("chapterPackages")
  void aChapterUsesOnlyTheRoomsBelowIt(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), BELOW.get(room).stream())
            .map(name -> name.endsWith("..") ? name : name + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(room + "..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("manor..").and(not(resideInAnyPackage(allowed)))));
  }

  @Test
  void everyRoomIsOnTheMap() {
    List<String> strangers =
        house.stream()
            .map(JavaClass::getPackageName)
            .filter(
                name -> Stream.concat(chapterPackages(), ABOVE.stream()).noneMatch(within(name)))
            .distinct()
            .toList();
    assertEquals(List.of(), strangers);
  }

  private static Predicate<String> within(String name) {
    return room -> name.equals(room) || name.startsWith(room + ".");
  }

  /** An exercise is a small house of its own: many of them ask for an {@code Answer}. */
  @Test
  void oneSimpleNameStandsForOneThing() {
    Map<String, List<String>> owners =
        house.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.getPackageName().startsWith("manor.exercises."))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    owners.values().removeIf(names -> names.size() == 1);
    assertEquals(Map.of(), owners);
  }

  @Test
  void noNameHidesWhatATypeIs() {
    check(noClasses().should().haveSimpleNameEndingWith("Utils"));
    check(noClasses().should().haveSimpleNameEndingWith("Impl"));
    check(noClasses().should().haveSimpleNameStartingWith("Abstract"));
  }

  @Test
  void onlyTheTutorPrintsAndExits() {
    check(outsideTheTutor().accessField(System.class, "out"));
    check(outsideTheTutor().accessField(System.class, "err"));
    check(outsideTheTutor().callMethod(System.class, "exit", int.class));
    check(outsideTheTutor().callMethod(Throwable.class, "printStackTrace"));
  }

  private static ClassesShould outsideTheTutor() {
    return noClasses().that().resideOutsideOfPackage("manor.tutor..").should();
  }

  @Test
  void noChapterLeavesTheSocketsToTheJdk() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(chapterPackages().map(name -> name + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.nio.channels..", "java.util.logging..")
                    .or(JavaClass.Predicates.belongToAnyOf(Socket.class, ServerSocket.class))));
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(house);
  }
}
