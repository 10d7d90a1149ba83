package manor.benchmarks;

import java.nio.file.Path;
import manor.benchmarks.subject.Roster;
import manor.syscall.Kernel;

/**
 * What an experiment works with.
 *
 * @param kernel where the guests' system calls go
 * @param roster who can be measured here
 * @param folder where files may be put
 * @param home the root of the repository
 * @param pace how long to look
 * @param progress who is told how far it has come
 */
record Workplace(
    Kernel kernel, Roster roster, Path folder, Path home, Pace pace, ProgressLine progress) {}
