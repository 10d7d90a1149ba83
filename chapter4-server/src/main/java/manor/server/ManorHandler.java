package manor.server;

import java.nio.file.Path;
import manor.http.Content;
import manor.http.Handler;
import manor.http.Request;
import manor.http.Response;
import manor.http.Status;
import manor.syscall.Kernel;

/**
 * What Socket Manor's own server answers: {@code /echo} with the body it was sent, {@code /book/}
 * with the book, and everything else with one sentence, made once and never again.
 *
 * <p>Threads: any.
 */
public final class ManorHandler implements Handler {
  // tag::greeting[]
  private static final Response GREETING = Response.text(Status.OK, "Hello! I am an epoll server.");

  // end::greeting[]
  private static final String ECHO = "/echo";
  private static final String BOOK = "/book/";
  private static final String OCTETS = "application/octet-stream";

  private static final Response NO_BOOK_YET =
      Response.of(
          Status.NOT_FOUND,
          "text/html; charset=utf-8",
          new Content.Bytes(
              """
              <!DOCTYPE html>
              <html lang="en">
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <meta name="color-scheme" content="light dark">
              <title>The book is not built yet</title>
              <h1>The book is not built yet</h1>
              <p>Open a second terminal in the same folder and type</p>
              <pre>./manor book</pre>
              <p>then load this page again. The server may keep running.</p>
              </html>
              """
                  .getBytes()));

  private final StaticFiles book;

  /**
   * A handler for the server of this repository.
   *
   * @param bookFolder where the book's files are, once it is built
   */
  public ManorHandler(Kernel kernel, Path bookFolder) {
    this.book = new StaticFiles(kernel, bookFolder, BOOK);
  }

  @Override
  public boolean keepsBody(Request head) {
    return head.hasPath(ECHO);
  }

  @Override
  // tag::handle[]
  public Response handle(Request request) {
    if (request.hasPath(ECHO)) {
      return echo(request);
    }
    if (request.hasPathUnder(BOOK)) {
      return book(request);
    }
    if (request.hasPath("/book")) {
      return Response.of(Status.MOVED_PERMANENTLY).with("Location", BOOK);
    }
    return GREETING;
  }

  // end::handle[]

  private static Response echo(Request request) {
    String sent = request.header("content-type");
    String type = sent == null || !isPrintable(sent) ? OCTETS : sent;
    return Response.of(Status.OK, type, request.body());
  }

  private static boolean isPrintable(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private Response book(Request request) {
    Response page = book.handle(request);
    boolean frontPage = request.hasPath(BOOK) || request.hasPath(BOOK + "index.html");
    return frontPage && page.status() == Status.NOT_FOUND ? NO_BOOK_YET : page;
  }
}
