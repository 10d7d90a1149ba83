/**
 * Verdicts for instructors: points, files in the forms that others read, and a whole course at
 * once.
 *
 * <p>{@link manor.tutor.grades.Grades} are the verdicts on one student's work. {@link
 * manor.tutor.grades.CourseFile} says which exercises count, {@link
 * manor.tutor.grades.SubmissionFolders} where the students' work is, {@link
 * manor.tutor.grades.HandIn} what of it is looked at, and {@link manor.tutor.grades.GraderSources}
 * whether the tree that judges is as it was given out.
 */
package manor.tutor.grades;
