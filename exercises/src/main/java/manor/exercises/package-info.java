/**
 * What the exercises share. Each exercise is a folder in {@code src/main/exercises}; its tests are
 * in a package of their own below this one.
 *
 * <p>{@link manor.exercises.Todo} is what a stub throws: a task, and no breakage. {@link
 * manor.exercises.Trail} remembers the last system calls, so that a failure can show them. {@link
 * manor.exercises.Expect} says a mistake in words.
 *
 * <p>What two threads might do at once, a test plays on one, in the worst order, every time. {@link
 * manor.exercises.ScriptedSteward} is a driver whose news the test makes up; {@link
 * manor.exercises.ScriptedWaker} acts in the moment it is cloned or woken; {@link
 * manor.exercises.BoxedHouse} is a runtime in which strangers come just as it falls asleep; {@link
 * manor.exercises.ServerEvening} a server with guests, in a world whose hours take no time. An
 * order that no run of one thread can show, {@link manor.exercises.CallOrder} reads from the class
 * file.
 */
package manor.exercises;
