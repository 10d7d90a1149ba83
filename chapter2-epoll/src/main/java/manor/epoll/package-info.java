/** Readiness: ask the kernel who is ready, then act. */
package manor.epoll;
