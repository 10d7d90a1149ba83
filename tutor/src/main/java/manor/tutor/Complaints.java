package manor.tutor;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into a line and a hint. Status 2 is for a command line that makes no sense,
 * status 1 for one that could not be done. Nobody is shown a stack trace for what they typed.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int WIDTH = 79;
  private static final Pattern NO_NUMBER =
      Pattern.compile("^Invalid value for option '(.+?)'.*: '(.*)' is not an? (?:int|long)$");

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
    err.println(fitted(name + ": " + plainly(wrong)));
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
      err.println(fitted(name + ": " + failure.getMessage()));
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
    if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().get(0).paramLabel() + " is missing";
    }
    Matcher number = NO_NUMBER.matcher(wrong.getMessage());
    return number.find()
        ? number.group(1) + " has to be a whole number, not " + number.group(2)
        : wrong.getMessage().lines().findFirst().orElse("that makes no sense");
  }

  /** On a terminal, lines that fit it: names are not to be torn apart at its edge. */
  private String fitted(String words) {
    return terminal.moving()
        ? String.join(System.lineSeparator(), Paragraphs.fit(words, WIDTH))
        : words;
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
