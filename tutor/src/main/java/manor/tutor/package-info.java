/**
 * The program behind the {@code manor} script: one class for each command.
 *
 * <p>Read {@link manor.tutor.Main} first, which lists the commands. {@code TestCommand} runs a
 * chapter's tests through Maven and reads the reports ({@code ReportReader}, {@code
 * ReportPrinter}); {@code LoadCommand} uploads to a server ({@code LoadRun} keeps the threads,
 * {@code LoadConnection} speaks HTTP, {@code LoadTally} counts); {@code BookCommand} draws the
 * book. All of them print through one {@code Terminal}.
 */
package manor.tutor;
