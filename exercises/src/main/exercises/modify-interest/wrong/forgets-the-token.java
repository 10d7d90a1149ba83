    EpollEvent.put(event, 0, interest.bits(), target.number());
    check(
        "epoll_ctl",
        kernel.epoll_ctl(fd.number(), Linux.EPOLL_CTL_MOD, target.number(), event));
