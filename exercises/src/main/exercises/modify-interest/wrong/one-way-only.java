    control(Linux.EPOLL_CTL_MOD, target, token, interest.isWritable() ? Interest.WRITABLE : interest);
