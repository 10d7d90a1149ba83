package manor.tutor.grader;

import java.util.List;
import java.util.Map;

/**
 * What the compiler made of a student's file.
 *
 * @param classes the class files by name; empty if there are faults
 * @param faults what it did not accept
 * @param trespasses what the source itself shows that an answer may not do
 */
record Compiled(
    Map<String, byte[]> classes, List<CompileFault> faults, List<Trespass> trespasses) {}
