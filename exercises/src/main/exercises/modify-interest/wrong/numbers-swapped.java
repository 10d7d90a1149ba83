    EpollEvent.put(event, 0, interest.bits(), token.value());
    check("epoll_ctl", kernel.epoll_ctl(target.number(), Linux.EPOLL_CTL_MOD, fd.number(), event));
