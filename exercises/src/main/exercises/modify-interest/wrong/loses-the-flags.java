    int plain = interest.bits() & (Linux.EPOLLIN | Linux.EPOLLOUT);
    control(Linux.EPOLL_CTL_MOD, target, token, new Interest(plain));
