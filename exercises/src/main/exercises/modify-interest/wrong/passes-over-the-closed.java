    if (target.isClosed()) {
      return;
    }
    control(Linux.EPOLL_CTL_MOD, target, token, interest);
