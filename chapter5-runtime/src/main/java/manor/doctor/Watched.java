package manor.doctor;

/** What one epoll instance was asked to tell of one descriptor, and whether it has. */
final class Watched {
  final int fd;
  final long data;
  final String events;
  final long askedStep;
  long toldStep;

  Watched(int fd, long data, String events, long askedStep) {
    this.fd = fd;
    this.data = data;
    this.events = events;
    this.askedStep = askedStep;
  }

  boolean has(String event) {
    return ("|" + events + "|").contains("|" + event + "|");
  }

  /** It was told, and a oneshot tells once. */
  boolean isDisarmed() {
    return has("EPOLLONESHOT") && toldStep > 0;
  }

  boolean isEdge() {
    return has("EPOLLET");
  }
}
