package manor.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import manor.docs.BookBuilder;
import manor.docs.BookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code manor book}: draws the book. */
@Command(
    name = "book",
    description = {
      "Draws the book as HTML, from the chapters' own pages and code.",
      "The book is young: it holds the pages that stand, and says which."
    },
    footer = {"", "It takes some seconds. ./manor serve shows the result at /book/."})
final class BookCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = main.terminal();
    terminal.err().println("Drawing the book...");
    try {
      Path index = new BookBuilder(main.home()).build();
      terminal.out().println("The book is in " + index);
      return 0;
    } catch (BookException e) {
      throw new Refusal(e.getMessage());
    }
  }
}
