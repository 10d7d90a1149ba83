/**
 * The program behind the {@code manor} script: one class for each command.
 *
 * <p>Read {@link manor.tutor.Main} first, which lists the commands. {@code TestCommand} runs a
 * chapter's tests through Maven and reads the reports ({@code ReportReader}, {@code
 * ReportPrinter}); {@code LoadCommand} uploads to a server ({@code LoadRun} keeps the threads,
 * {@code LoadConnection} speaks HTTP, {@code LoadTally} counts); {@code BookCommand} draws the
 * book. {@code WatchCommand} and {@code CheckCommand} judge a student's answers: {@link
 * manor.tutor.workbench} holds the exercises and the student's files, {@link manor.tutor.grader}
 * comes to a verdict with the help of another JVM ({@link manor.tutor.pupil}), and {@link
 * manor.tutor.grades} writes it down for instructors. All of them print through one {@code
 * Terminal}.
 */
package manor.tutor;
