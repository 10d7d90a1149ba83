/**
 * The exercises, and the student's own files.
 *
 * <p>Read {@link manor.tutor.workbench.Exercise} first, then {@link manor.tutor.workbench.Catalog},
 * which knows all of them from the pristine copy in the jar of the exercises, {@link
 * manor.tutor.workbench.Worksheets}, the student's files in {@code exercises/work}, and {@link
 * manor.tutor.workbench.Progress}.
 */
package manor.tutor.workbench;
