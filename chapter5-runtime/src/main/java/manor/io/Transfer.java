package manor.io;

import static manor.syscall.Fd.WOULD_BLOCK;

import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;

/**
 * A call that moves bytes of a stream. Fewer than were asked for were all there are, or all there
 * is room for: epoll(7), question 9. So a call that would only find that out need not be made,
 * which saves an echo one call in three. An end of file (0) is not such an answer: it stays.
 */
record Transfer(Fd fd, Direction direction, Memory memory, int offset, int length)
    implements Attempt<Integer> {
  @Override
  public Integer attempt() throws ErrnoException {
    int answer =
        direction == Direction.READ
            ? fd.read(memory, offset, length)
            : fd.write(memory, offset, length);
    return answer == WOULD_BLOCK ? null : Integer.valueOf(answer);
  }

  @Override
  public boolean exhausts(Integer answer) {
    return answer > 0 && answer < length;
  }
}
