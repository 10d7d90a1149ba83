package manor.doctor;

import manor.syscall.Linux;

/** The two ways of a descriptor. */
enum Way {
  READ(Linux.EPOLLIN | Linux.EPOLLPRI | Linux.EPOLLRDHUP, "EPOLLIN", "readable"),
  WRITE(Linux.EPOLLOUT, "EPOLLOUT", "writable");

  private final int bits;
  private final String interest;
  private final String adjective;

  Way(int bits, String interest, String adjective) {
    this.bits = bits;
    this.interest = interest;
    this.adjective = adjective;
  }

  boolean concerns(int ready) {
    return (ready & bits) != 0;
  }

  /** As epoll_ctl(2) calls it. */
  String interest() {
    return interest;
  }

  String adjective() {
    return adjective;
  }
}
