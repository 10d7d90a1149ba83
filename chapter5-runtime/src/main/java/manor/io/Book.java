package manor.io;

import java.util.Arrays;
import java.util.function.Consumer;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.task.Ledger;

/**
 * The driver's book: which {@link ScheduledIo} a token stands for. A token is a page number and how
 * many times the page was used before, so that an event for someone who has left, read a moment too
 * late, finds nobody, and not the one who has his page now.
 *
 * <p>Threads: the runtime's.
 */
final class Book {
  private ScheduledIo[] pages = new ScheduledIo[16];
  private int[] uses = new int[16];
  private int[] free = new int[16];
  private int freeCount;
  private int used;
  private int size;

  // tag::pages[]
  /** A new page for {@code fd}. */
  ScheduledIo add(Fd fd, Ledger ledger) {
    int page = freeCount > 0 ? free[--freeCount] : fresh();
    uses[page]++;
    ScheduledIo io = new ScheduledIo(fd, new Token((long) uses[page] << 32 | page), ledger);
    pages[page] = io;
    size++;
    return io;
  }

  private int fresh() {
    if (used == pages.length) {
      pages = Arrays.copyOf(pages, 2 * used);
      uses = Arrays.copyOf(uses, 2 * used);
      free = Arrays.copyOf(free, 2 * used);
    }
    return used++;
  }

  /** Who has this token, or null. */
  ScheduledIo find(long token) {
    int page = (int) token;
    ScheduledIo io = page >= 0 && page < used ? pages[page] : null;
    return io != null && io.token().value() == token ? io : null;
  }

  // end::pages[]

  /** Strikes it out; false if it was not there. */
  boolean remove(ScheduledIo io) {
    if (find(io.token().value()) != io) {
      return false;
    }
    int page = (int) io.token().value();
    pages[page] = null;
    free[freeCount++] = page;
    size--;
    return true;
  }

  int size() {
    return size;
  }

  void forEach(Consumer<ScheduledIo> action) {
    for (int page = 0; page < used; page++) {
      if (pages[page] != null) {
        action.accept(pages[page]);
      }
    }
  }
}
