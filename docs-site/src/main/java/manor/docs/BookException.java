package manor.docs;

import java.util.List;
import java.util.stream.Collectors;

/** The book's pages are not sound: a snippet, a reference, a link or a transcript is false. */
public final class BookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BookException(List<Fault> faults) {
    super(
        "the book has faults:\n  "
            + faults.stream().map(Fault::toString).distinct().collect(Collectors.joining("\n  ")));
  }
}
