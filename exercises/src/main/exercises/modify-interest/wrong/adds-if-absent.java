    try {
      control(Linux.EPOLL_CTL_MOD, target, token, interest);
    } catch (ErrnoException absent) {
      addInterest(target, token, interest);
    }
