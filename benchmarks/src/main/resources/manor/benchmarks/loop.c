/*
 * The measure of all the others: one thread, one loop, no library but libc.
 *
 *   loop epoll|poll|select http|echo
 *
 * It listens on a free port of this machine, prints "port N", and serves until
 * its standard input ends. It asks who is ready in one of three ways:
 *
 *   epoll   the kernel keeps the list and hands over who is ready
 *   poll    the whole list crosses the border at every wait
 *   select  the same as bits, and no descriptor from FD_SETSIZE (1024) on
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 65536, HEAD = 4096, ROOM = 131072, EVENTS = 1024 };

struct connection {
  long body;      /* bytes of a body still to be passed over */
  int answer_due; /* the body belongs to a request not yet answered */
  int closing;    /* no more after what is pending */
  int writing;    /* asks for room, not for bytes */
  size_t filled;  /* of head */
  char *pending;  /* what found no room, to be freed */
  size_t sent, length;
  char head[HEAD];
};

static struct connection *connections[MOST];
static int ready[EVENTS], listener, echo;
static char sink[ROOM], out[ROOM];
static size_t out_length;

/* ---- who is ready: three ways to ask ---- */

static int epoll_fd;

static void epoll_set(int fd, int write, int operation) {
  struct epoll_event event = {.events = write ? EPOLLOUT : EPOLLIN, .data.fd = fd};
  if (epoll_ctl(epoll_fd, operation, fd, &event) != 0) perror("epoll_ctl"), exit(1);
}

static int epoll_add(int fd) { return epoll_set(fd, 0, EPOLL_CTL_ADD), 0; }
static void epoll_want(int fd, int write) { epoll_set(fd, write, EPOLL_CTL_MOD); }
static void epoll_drop(int fd) { (void)fd; /* closing it is enough */ }

static int epoll_ask(void) {
  static struct epoll_event events[EVENTS];
  int count = epoll_wait(epoll_fd, events, EVENTS, -1);
  for (int i = 0; i < count; i++) ready[i] = events[i].data.fd;
  return count;
}

static struct pollfd polled[MOST];
static int place[MOST], polled_count;

static int poll_add(int fd) {
  place[fd] = polled_count;
  polled[polled_count++] = (struct pollfd){.fd = fd, .events = POLLIN};
  return 0;
}

static void poll_want(int fd, int write) { polled[place[fd]].events = write ? POLLOUT : POLLIN; }

static void poll_drop(int fd) {
  polled[place[fd]] = polled[--polled_count];
  place[polled[place[fd]].fd] = place[fd];
}

static int poll_ask(void) {
  int found = 0, left = poll(polled, polled_count, -1);
  for (int i = 0; i < polled_count && left > 0 && found < EVENTS; i++)
    if (polled[i].revents) ready[found++] = polled[i].fd, left--;
  return found;
}

static fd_set for_read, for_write;
static int highest;

static int select_add(int fd) {
  if (fd >= FD_SETSIZE) return -1;
  FD_SET(fd, &for_read);
  if (fd > highest) highest = fd;
  return 0;
}

static void select_want(int fd, int write) {
  if (write) FD_SET(fd, &for_write), FD_CLR(fd, &for_read);
  else FD_SET(fd, &for_read), FD_CLR(fd, &for_write);
}

static void select_drop(int fd) { FD_CLR(fd, &for_read), FD_CLR(fd, &for_write); }

static int select_ask(void) {
  fd_set readable = for_read, writable = for_write;
  int found = 0, left = select(highest + 1, &readable, &writable, NULL, NULL);
  for (int fd = 0; fd <= highest && left > 0 && found < EVENTS; fd++)
    if (FD_ISSET(fd, &readable) || FD_ISSET(fd, &writable)) ready[found++] = fd, left--;
  return found;
}

static struct {
  const char *name;
  int (*add)(int fd);
  void (*want)(int fd, int write);
  void (*drop)(int fd);
  int (*ask)(void);
} ways[] = {{"epoll", epoll_add, epoll_want, epoll_drop, epoll_ask},
            {"poll", poll_add, poll_want, poll_drop, poll_ask},
            {"select", select_add, select_want, select_drop, select_ask}},
  *way = ways;

/* ---- one connection ---- */

static void hang_up(int fd) {
  way->drop(fd);
  free(connections[fd]->pending);
  free(connections[fd]);
  connections[fd] = NULL;
  close(fd);
}

/* Adds one answer; the date is made once a second. */
static void answer(void) {
  static char text[256];
  static size_t length;
  static time_t made;
  time_t now = time(NULL);
  if (now != made) {
    char date[64];
    made = now;
    strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&now));
    length = snprintf(text, sizeof text,
                      "HTTP/1.1 200 OK\r\nDate: %s\r\nContent-Type: text/plain; charset=utf-8\r\n"
                      "Content-Length: 28\r\n\r\nHello! I am an epoll server.", date);
  }
  memcpy(out + out_length, text, length);
  out_length += length;
}

/* Takes one head: what follows it, and whether this is the last. */
static void take_head(struct connection *c, char *head, char *end) {
  c->body = 0;
  for (char *line = memchr(head, '\n', end - head) + 1; line < end - 2;
       line = (char *)memchr(line, '\n', end - line) + 1) {
    if (strncasecmp(line, "content-length:", 15) == 0) c->body = atol(line + 15);
    if (strncasecmp(line, "connection: close", 17) == 0) c->closing = 1;
  }
  c->answer_due = 1;
}

/* Takes what is complete of the bytes that have come; returns -1 if it never will be. */
static int take(struct connection *c) {
  size_t at = 0;
  for (;;) {
    size_t skip = c->filled - at < (size_t)c->body ? c->filled - at : (size_t)c->body;
    at += skip, c->body -= skip;
    if (c->body == 0 && c->answer_due) answer(), c->answer_due = 0;
    char *end = memmem(c->head + at, c->filled - at, "\r\n\r\n", 4);
    if (c->body > 0 || c->closing || !end || out_length > ROOM - 512) break;
    take_head(c, c->head + at, end + 4);
    at = end + 4 - c->head;
  }
  memmove(c->head, c->head + at, c->filled -= at);
  return c->filled == HEAD ? -1 : 0;
}

/* Sends what is in out; what finds no room is kept. Returns 0 if the connection is over. */
static int send_out(int fd, struct connection *c) {
  ssize_t n = write(fd, out, out_length);
  if (n < 0 && errno != EAGAIN) return 0;
  size_t done = n < 0 ? 0 : n;
  if (done == out_length) return !c->closing;
  c->length = out_length - done, c->sent = 0;
  c->pending = memcpy(malloc(c->length), out + done, c->length);
  c->writing = 1;
  way->want(fd, 1);
  return 1;
}

static int on_readable(int fd, struct connection *c) {
  int passing = echo || c->body > 0;
  char *where = echo ? out : passing ? sink : c->head + c->filled;
  size_t room = passing ? ROOM : HEAD - c->filled;
  if (passing && !echo && (long)room > c->body) room = c->body;
  ssize_t n = read(fd, where, room);
  if (n <= 0) return n < 0 && errno == EAGAIN;
  out_length = 0;
  if (echo) out_length = n;
  else if (passing) {
    if ((c->body -= n) == 0) answer(), c->answer_due = 0;
  } else {
    c->filled += n;
    if (take(c) != 0) return 0;
  }
  return out_length == 0 || send_out(fd, c);
}

static int on_writable(int fd, struct connection *c) {
  ssize_t n = write(fd, c->pending + c->sent, c->length - c->sent);
  if (n < 0) return errno == EAGAIN;
  if ((c->sent += n) < c->length) return 1;
  free(c->pending);
  c->pending = NULL, c->writing = 0;
  way->want(fd, 0);
  return !c->closing;
}

static void welcome(void) {
  for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
    int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (fd >= MOST || way->add(fd) != 0) close(fd);
    else connections[fd] = calloc(1, sizeof(struct connection));
  }
}

/* ---- the house ---- */

static void open_house(void) {
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096)) exit(1);
  getsockname(listener, (struct sockaddr *)&address, &size);
  epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  way->add(listener);
  way->add(STDIN_FILENO);
  printf("port %d\n", ntohs(address.sin_port));
  fflush(stdout);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  while (strcmp(way->name, words[1]) != 0)
    if (++way == ways + 3) return 2;
  echo = strcmp(words[2], "echo") == 0;
  open_house();
  for (;;) {
    int told = way->ask();
    for (int i = 0; i < told; i++) {
      int fd = ready[i];
      if (fd == listener) welcome();
      else if (fd == STDIN_FILENO && read(fd, sink, ROOM) == 0) return 0;
      else if (connections[fd]) {
        struct connection *c = connections[fd];
        if (!(c->writing ? on_writable(fd, c) : on_readable(fd, c))) hang_up(fd);
      }
    }
  }
}
