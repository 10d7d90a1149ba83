package manor.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manor.http.Content;
import manor.http.Handler;
import manor.http.Request;
import manor.http.Response;
import manor.http.Status;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Statx;

/**
 * Serves the files below one folder, and nothing outside it: no {@code ..}, no link, no hidden
 * file, no device. Conditional requests and single ranges are answered, a folder is its {@code
 * index.html}. The bytes go from the file to the socket in the kernel.
 *
 * <p>Threads: any; it holds no state.
 */
public final class StaticFiles implements Handler {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  private final FileOpener files;
  private final String prefix;

  /**
   * Serves a folder under a prefix.
   *
   * @param root the folder; it need not exist yet
   * @param prefix what the path of a request starts with, as {@code /book/}; begins and ends with a
   *     slash
   */
  public StaticFiles(Kernel kernel, Path root, String prefix) {
    if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix begins and ends with a slash: " + prefix);
    }
    this.files = new FileOpener(kernel, root);
    this.prefix = prefix;
  }

  @Override
  public Response handle(Request request) {
    if (request.hasMethod("OPTIONS")) {
      return Response.of(Status.OK).with("Allow", METHODS);
    }
    if (!request.hasMethod("GET") && !request.hasMethod("HEAD")) {
      return refuse(Status.METHOD_NOT_ALLOWED).with("Allow", METHODS);
    }
    UrlPath path = path(request);
    try {
      return path == null ? refuse(Status.NOT_FOUND) : find(request, path);
    } catch (ErrnoException failed) {
      return refuse(status(failed.errno()));
    }
  }

  /** The path below the folder, or null; an empty path means the root: RFC 9110 section 4.2.3. */
  private UrlPath path(Request request) {
    String path = request.path().isEmpty() ? "/" : request.path();
    return path.startsWith(prefix) ? UrlPath.decode(path.substring(prefix.length() - 1)) : null;
  }

  private static Response refuse(Status status) {
    return Response.text(status, status + "\n");
  }

  private static Status status(int errno) {
    return switch (errno) {
      case Errno.EACCES, Errno.EPERM -> Status.FORBIDDEN;
      case Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM -> Status.SERVICE_UNAVAILABLE;
      case Errno.EIO -> Status.INTERNAL_SERVER_ERROR;
      default -> Status.NOT_FOUND;
    };
  }

  private Response find(Request request, UrlPath path) throws ErrnoException {
    List<String> names = new ArrayList<>(path.names());
    if (path.folder()) {
      names.add("index.html");
    }
    Fd file = files.open(names);
    try {
      Statx status = files.status(file);
      if (status.isRegularFile()) {
        return answer(request, file, status, MediaTypes.of(names.get(names.size() - 1)));
      }
      file.close();
      return status.isDirectory() ? redirectToFolder(request) : refuse(Status.NOT_FOUND);
    } catch (ErrnoException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static Response redirectToFolder(Request request) {
    String query = request.query() == null ? "" : "?" + request.query();
    return refuse(Status.MOVED_PERMANENTLY).with("Location", request.path() + "/" + query);
  }

  private static Response answer(Request request, Fd file, Statx status, String type) {
    Conditions conditions = Conditions.of(status);
    Status verdict = conditions.verdict(request);
    if (verdict != null) {
      file.close();
      return dated(Response.of(verdict), conditions);
    }
    ByteRange range = range(request, status, conditions);
    if (range == ByteRange.NONE) {
      file.close();
      return refuse(Status.RANGE_NOT_SATISFIABLE).with("Content-Range", "bytes */" + status.size());
    }
    return dated(content(file, status, type, range), conditions);
  }

  private static ByteRange range(Request request, Statx status, Conditions conditions) {
    boolean asked = request.hasMethod("GET") && conditions.allowRange(request.header("if-range"));
    return asked ? ByteRange.of(request.header("range"), status.size()) : null;
  }

  private static Response content(Fd file, Statx status, String type, ByteRange range) {
    if (range == null) {
      return Response.of(Status.OK, type, new Content.File(file, 0, status.size()))
          .with("Accept-Ranges", "bytes");
    }
    Content part = new Content.File(file, range.first(), range.length());
    String place = "bytes " + range.first() + "-" + range.last() + "/" + status.size();
    return Response.of(Status.PARTIAL_CONTENT, type, part).with("Content-Range", place);
  }

  private static Response dated(Response response, Conditions conditions) {
    return response
        .with("ETag", conditions.etag())
        .with("Last-Modified", conditions.lastModified())
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff");
  }
}
