package manor.simulator;

import manor.syscall.Linux;

/**
 * What a kernel does, as section 2 and 7 of the man pages have it. The contracts are run on the
 * simulated kernel and on the real one.
 */
interface KernelContract {
  int IN = Linux.EPOLLIN;
  int OUT = Linux.EPOLLOUT;
  int RDHUP = Linux.EPOLLRDHUP;
  int EDGE = Linux.EPOLLET;
  int ONESHOT = Linux.EPOLLONESHOT;
  int ADD = Linux.EPOLL_CTL_ADD;
  int MOD = Linux.EPOLL_CTL_MOD;
  int DEL = Linux.EPOLL_CTL_DEL;
  int IPV4 = Linux.AF_INET;
  int IPV6 = Linux.AF_INET6;

  /** The kernel to be tried, without any descriptor of an earlier test. */
  Calls on();

  /** The error of a call, or its result. */
  default String said(int answer) {
    return Calls.name(answer);
  }
}
