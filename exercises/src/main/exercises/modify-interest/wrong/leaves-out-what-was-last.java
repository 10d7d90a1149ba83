    if (event.getInt(0) == interest.bits() && EpollEvent.data(event, 0) == token.value()) {
      return;
    }
    control(Linux.EPOLL_CTL_MOD, target, token, interest);
