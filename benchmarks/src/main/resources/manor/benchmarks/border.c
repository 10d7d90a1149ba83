/*
 * What the two calls cost in C, where there is no border to cross:
 *
 *   border ROUNDS
 *
 * prints nanoseconds a call, a line for each round: strnlen of no bytes, and
 * write of 64 bytes to /dev/null.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { NOTHINGS = 50000000, WRITES = 2000000 };

/* Read anew at each call, so that the compiler cannot leave the call out. */
static size_t (*volatile nothing)(const char *, size_t) = strnlen;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int count, char **words) {
  static char bytes[64];
  int rounds = count > 1 ? atoi(words[1]) : 1;
  int fd = open("/dev/null", O_WRONLY);
  for (int round = 0; round < rounds; round++) {
    double start = now();
    for (int i = 0; i < NOTHINGS; i++) nothing(bytes, 0);
    double between = now();
    for (int i = 0; i < WRITES; i++)
      if (write(fd, bytes, sizeof bytes) != sizeof bytes) return 1;
    printf("%.3f %.3f\n", (between - start) / NOTHINGS, (now() - between) / WRITES);
  }
  return 0;
}
