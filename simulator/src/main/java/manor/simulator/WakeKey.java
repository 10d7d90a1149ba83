package manor.simulator;

import manor.syscall.Linux;

/**
 * What a wake-up says about itself. A watch that does not care for any of the bits is not woken;
 * one that does is asked again what is really so. So a key decides who is told, never what.
 */
final class WakeKey {
  /** No hint: everyone who watches anything is woken. */
  static final int ANY = 0;

  /** Bytes came, or a connection to accept. */
  static final int READABLE = Linux.EPOLLIN | Linux.EPOLLPRI;

  /** Room was made. */
  static final int WRITABLE = Linux.EPOLLOUT;

  /** An error is waiting. */
  static final int ERROR = Linux.EPOLLERR;

  private WakeKey() {}
}
