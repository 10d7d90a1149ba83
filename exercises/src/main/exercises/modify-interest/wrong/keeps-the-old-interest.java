    control(Linux.EPOLL_CTL_MOD, target, token, interest.and(Interest.READABLE));
