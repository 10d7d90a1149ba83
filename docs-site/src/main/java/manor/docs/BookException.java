package manor.docs;

import java.util.List;

/** The book's pages are not sound: an include, a tag, a reference or a link leads nowhere. */
public final class BookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BookException(List<String> faults) {
    super("the book has faults:\n  " + String.join("\n  ", faults));
  }
}
