    EpollEvent.put(event, 0, interest.bits(), token.value());
    kernel.epoll_ctl(fd.number(), Linux.EPOLL_CTL_MOD, target.number(), event);
