    control(Linux.EPOLL_CTL_MOD, target, new Token((int) token.value()), interest);
