package manor.simulator;

import manor.syscall.Errno;
import manor.syscall.Linux;
import manor.syscall.Memory;

/** A pipe and its two ends: pipe(7). An end that is gone is null. */
final class SimulatedPipe {
  private final PipePages pages = new PipePages();
  private ReadEnd reader;
  private WriteEnd writer;

  SimulatedPipe(int flags) {
    reader = new ReadEnd(flags & Linux.O_NONBLOCK);
    writer = new WriteEnd(OpenFile.O_WRONLY | flags & Linux.O_NONBLOCK);
  }

  OpenFile reader() {
    return reader;
  }

  OpenFile writer() {
    return writer;
  }

  private final class ReadEnd extends OpenFile {
    ReadEnd(int flags) {
      super(flags);
    }

    /** Makes room, and says so, only by emptying a page of a full pipe. */
    @Override
    int read(Memory memory, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (pages.isEmpty()) {
        return writer == null ? 0 : -Errno.EAGAIN;
      }
      boolean wasFull = pages.isFull();
      int taken = pages.take(memory, offset, length);
      if (wasFull && !pages.isFull() && writer != null) {
        writer.wake(WakeKey.WRITABLE);
      }
      return taken;
    }

    @Override
    int write(Memory memory, int offset, int length) {
      return -Errno.EBADF;
    }

    @Override
    int poll() {
      return (pages.isEmpty() ? 0 : Linux.EPOLLIN) | (writer == null ? Linux.EPOLLHUP : 0);
    }

    @Override
    void released() {
      reader = null;
      if (writer != null) {
        writer.wake(WakeKey.ANY);
      }
    }
  }

  private final class WriteEnd extends OpenFile {
    WriteEnd(int flags) {
      super(flags);
    }

    @Override
    int read(Memory memory, int offset, int length) {
      return -Errno.EBADF;
    }

    /** A write that finds no room still wakes the reader, as Linux does for epoll's edges. */
    @Override
    int write(Memory memory, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (reader == null) {
        return -Errno.EPIPE;
      }
      int added = pages.add(memory, offset, length);
      reader.wake(Linux.EPOLLIN);
      return added == 0 ? -Errno.EAGAIN : added;
    }

    @Override
    int poll() {
      return (pages.isFull() ? 0 : Linux.EPOLLOUT) | (reader == null ? Linux.EPOLLERR : 0);
    }

    @Override
    void released() {
      writer = null;
      if (reader != null) {
        reader.wake(WakeKey.ANY);
      }
    }
  }
}
