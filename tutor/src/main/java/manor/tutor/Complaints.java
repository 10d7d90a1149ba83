package manor.tutor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into a line and a hint. Status 2 is for a command line that makes no sense,
 * status 1 for one that could not be done. Nobody is shown a stack trace for what they typed.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Terminal terminal;
  private final boolean debug;

  Complaints(Terminal terminal) {
    this.terminal = terminal;
    this.debug = System.getenv("MANOR_DEBUG") != null;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName(" ");
    PrintWriter err = terminal.err();
    err.println(name + ": " + plainly(wrong));
    meant(wrong).ifPresent(word -> err.println("Did you mean: " + word + "?"));
    err.println("See: ./" + name + " --help");
    err.flush();
    return 2;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult typed) {
    PrintWriter err = terminal.err();
    String name = command.getCommandSpec().qualifiedName(" ");
    if (failure instanceof Refusal) {
      err.println(name + ": " + failure.getMessage());
    } else if (debug) {
      failure.printStackTrace(err);
    } else {
      err.println(name + ": unexpected failure: " + failure);
      err.println("For the whole trace: MANOR_DEBUG=1 ./" + name + " ...");
    }
    err.flush();
    return 1;
  }

  private static String plainly(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = word.startsWith("-");
      boolean commands = !wrong.getCommandLine().getSubcommands().isEmpty();
      return "there is no " + (option ? "option" : commands ? "command" : "place for") + " " + word;
    }
    return wrong.getMessage().lines().findFirst().orElse("that makes no sense");
  }

  private static Optional<String> meant(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      CommandLine command = wrong.getCommandLine();
      List<String> known = new ArrayList<>(command.getSubcommands().keySet());
      known.addAll(command.getCommandSpec().optionsMap().keySet());
      return Nearest.to(unmatched.getUnmatched().get(0), known);
    }
    return Optional.empty();
  }
}
