    control(Linux.EPOLL_CTL_ADD, target, token, interest);
