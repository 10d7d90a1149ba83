package manor.tutor;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code manor} command itself. A new command is one class more in the list below. */
@Command(
    name = "manor",
    subcommands = {
      ServeCommand.class,
      RunCommand.class,
      TestCommand.class,
      LoadCommand.class,
      SimulateCommand.class,
      DoctorCommand.class,
      ExploreCommand.class,
      BenchCommand.class,
      TraceCommand.class,
      BookCommand.class,
      WatchCommand.class,
      CheckCommand.class,
      ListCommand.class,
      NextCommand.class,
      HintCommand.class,
      SolutionCommand.class,
      ResetCommand.class,
      ProveCommand.class,
      TimeVerdictsCommand.class,
      WarmUpCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = HouseVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Socket Manor: an epoll server and an async runtime, built a room at a time.",
      "Without a command it shows the rooms, and what to type next."
    },
    footer = {"", "Set MANOR_DEBUG=1 to see the whole trace of an unexpected failure."})
public final class Main implements Runnable {
  private final Terminal terminal;
  private final Path home;

  Main(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  /**
   * Runs one command and exits with its status.
   *
   * @param args what was typed after {@code manor}
   */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofThisProcess();
    Path home = Path.of(System.getProperty("manor.home", "")).toAbsolutePath();
    int status = new Main(terminal, home).execute(args);
    terminal.flush();
    System.exit(status);
  }

  int execute(String... args) {
    return new CommandLine(this)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler(new Complaints(terminal))
        .setExecutionExceptionHandler(new Complaints(terminal))
        .execute(args);
  }

  /** Where the commands print. */
  Terminal terminal() {
    return terminal;
  }

  /** The root of the repository. */
  Path home() {
    return home;
  }

  @Override
  public void run() {
    new Welcome(terminal, home).print();
  }
}
