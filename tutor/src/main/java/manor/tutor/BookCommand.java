package manor.tutor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import manor.docs.BookException;
import manor.docs.BookPress;
import manor.docs.Lookout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code manor book}: draws the book. */
@Command(
    name = "book",
    description = "Draws the book as HTML, from the chapters' own pages and code.",
    footer = {"", "It takes some seconds. ./manor serve shows the result at /book/."})
final class BookCommand implements Callable<Integer> {
  private static final long LOOK_EVERY_MILLIS = 200;

  @ParentCommand private Main main;
  @Mixin private HelpOption help;

  @Option(
      names = "--watch",
      description = "Draw it again whenever a page or a shown file changes, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = "--record",
      description = "First run again what the book prints, and write down what it prints now.")
  private boolean record;

  @Option(
      names = "--pdf",
      paramLabel = "FILE",
      description = "Print all of it into one file, by a Chromium of this machine.")
  private Path pdf;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Terminal terminal = main.terminal();
    terminal.err().println("Drawing the book...");
    Lookout lookout = new Lookout(main.home());
    try (BookPress press = new BookPress(main.home())) {
      if (record) {
        press.record();
      }
      if (watch) {
        watch(terminal, press, lookout);
      }
      if (pdf != null) {
        print(terminal, press);
        return 0;
      }
      terminal.out().println("The book is in " + press.draw());
      return 0;
    } catch (BookException e) {
      throw new Refusal(e.getMessage());
    }
  }

  private void print(Terminal terminal, BookPress press) throws IOException, InterruptedException {
    Path file = pdf.toAbsolutePath().normalize();
    if (!Files.isDirectory(file.getParent()) || Files.isDirectory(file)) {
      throw new Refusal(pdf + " is no file that could be written; try --pdf book.pdf");
    }
    PdfPrinter printer = new PdfPrinter(System.getenv("PATH"));
    Path volume = press.drawVolume(Map.of());
    terminal.err().println("Printing it, twice: then the contents know their pages...");
    printer.print(volume, file);
    press.drawVolume(PrintedPages.of(file));
    printer.print(volume, file);
    terminal.out().println("The book is printed in " + file);
  }

  private static void watch(Terminal terminal, BookPress press, Lookout lookout)
      throws IOException, InterruptedException {
    while (true) {
      drawOnce(terminal, press);
      while (!lookout.changed()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }

  private static void drawOnce(Terminal terminal, BookPress press) throws IOException {
    long start = System.nanoTime();
    try {
      Path index = press.draw();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      terminal.out().println("The book is in " + index + " (" + millis + " ms)");
    } catch (BookException e) {
      terminal.out().println(e.getMessage());
    }
    terminal.out().flush();
  }
}
