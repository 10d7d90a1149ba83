/**
 * The other JVM: where a student's classes are run, and from which nothing is believed that does
 * not carry the run's secret.
 *
 * <p>{@link manor.tutor.pupil.PupilMain} takes a {@link manor.tutor.pupil.PupilTask} from standard
 * input, runs the tests of it, and answers with {@link manor.tutor.pupil.PupilWord}s on standard
 * output. {@code RunLoader} puts the student's classes in the place of the chapter's; {@code
 * RunWatch} ends a run that does not end by itself, and says where it was.
 */
package manor.tutor.pupil;
