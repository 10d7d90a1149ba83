package manor.tutor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import manor.http.Content;
import manor.http.Handler;
import manor.http.Request;
import manor.http.Response;
import manor.http.Status;
import manor.tutor.workbench.Progress;

/**
 * Adds to the book what the student has passed: {@code /book/progress.json}, which the pages ask
 * for when they are served. All else is another handler's. Threads: any.
 */
final class ProgressHandler implements Handler {
  private static final String PATH = "/book/progress.json";

  private final Handler others;
  private final Path work;

  /**
   * Puts itself before another handler.
   *
   * @param work the folder of the student's files
   */
  ProgressHandler(Handler others, Path work) {
    this.others = others;
    this.work = work;
  }

  @Override
  public boolean keepsBody(Request head) {
    return others.keepsBody(head);
  }

  @Override
  public Response handle(Request request) {
    return request.hasPath(PATH) ? progress() : others.handle(request);
  }

  private Response progress() {
    try {
      String passed =
          Progress.read(work).passed().stream()
              .map(id -> "\"" + id + "\"")
              .collect(Collectors.joining(", ", "{\"passed\": [", "]}\n"));
      Content content = new Content.Bytes(passed.getBytes(StandardCharsets.UTF_8));
      return Response.of(Status.OK, "application/json", content).with("Cache-Control", "no-store");
    } catch (IOException unreadable) {
      return Response.text(Status.INTERNAL_SERVER_ERROR, "The progress file cannot be read.");
    }
  }
}
