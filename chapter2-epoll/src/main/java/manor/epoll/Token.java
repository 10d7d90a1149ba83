package manor.epoll;

/**
 * The number by which a program recognises a descriptor: handed to the kernel with an interest, and
 * handed back with every event. The kernel never looks at it (epoll_ctl(2), {@code data}).
 *
 * <p>It is not the descriptor's own number, which may belong to a stranger by the time an event is
 * read. A token is given out once.
 *
 * @param value any 64 bits
 */
// tag::token[]
public record Token(long value) {}
// end::token[]
