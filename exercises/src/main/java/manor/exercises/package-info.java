/**
 * What the exercises share. Each exercise is a folder in {@code src/main/exercises}; its tests are
 * in a package of their own below this one.
 *
 * <p>{@link manor.exercises.Todo} is what a stub throws: a task, and no breakage. {@link
 * manor.exercises.Trail} remembers the last system calls, so that a failure can show them.
 */
package manor.exercises;
