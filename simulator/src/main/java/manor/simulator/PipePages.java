package manor.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import manor.syscall.Memory;

/**
 * The bytes inside a pipe, in sixteen pages of 4,096 as pipe(7) has them.
 *
 * <p>A page holds the bytes of one write, or the odd end of a later one if it fits whole; a page is
 * free again when its last byte has been read. So a pipe may be full with few bytes in it, and
 * taking one byte out of a full pipe makes no room.
 */
final class PipePages {
  static final int PAGE = 4096;
  static final int PAGES = 16;

  private static final class Page {
    final byte[] bytes = new byte[PAGE];
    int start;
    int end;
  }

  private final Deque<Page> pages = new ArrayDeque<>();

  boolean isEmpty() {
    return pages.isEmpty();
  }

  boolean isFull() {
    return pages.size() == PAGES;
  }

  /** How many bytes were taken in; fewer than {@code length} only when the pipe is full. */
  int add(Memory memory, int offset, int length) {
    int odd = length % PAGE;
    int added = odd > 0 && fitsLastPage(odd) ? copy(memory, offset, odd, pages.getLast()) : 0;
    while (added < length && !isFull()) {
      Page page = new Page();
      pages.add(page);
      added += copy(memory, offset + added, Math.min(PAGE, length - added), page);
    }
    return added;
  }

  private boolean fitsLastPage(int count) {
    return !pages.isEmpty() && pages.getLast().end + count <= PAGE;
  }

  private static int copy(Memory memory, int offset, int count, Page page) {
    memory.bytes().get(offset, page.bytes, page.end, count);
    page.end += count;
    return count;
  }

  /** How many bytes were taken out. */
  int take(Memory memory, int offset, int length) {
    int taken = 0;
    while (taken < length && !pages.isEmpty()) {
      Page page = pages.getFirst();
      int count = Math.min(length - taken, page.end - page.start);
      memory.bytes().put(offset + taken, page.bytes, page.start, count);
      page.start += count;
      taken += count;
      if (page.start == page.end) {
        pages.removeFirst();
      }
    }
    return taken;
  }
}
