    check(
        "epoll_ctl",
        kernel.epoll_ctl(fd.number(), Linux.EPOLL_CTL_MOD, target.number(), event));
