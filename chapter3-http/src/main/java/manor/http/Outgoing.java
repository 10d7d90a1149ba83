package manor.http;

import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.syscall.Socket;

/**
 * The way out of one connection: first what is in the outbox, then the content that did not fit in
 * it. When the socket takes no more, what is left of the outbox is kept here, so that the outbox is
 * free for the next connection; never more than one outbox full, however slow the reader.
 *
 * <p>Invariant: while {@link #pump} answers false nothing else may be put in the outbox for this
 * connection.
 */
final class Outgoing {
  private static final int FAIR_SHARE = 1 << 20;

  private final Desk desk;
  private final Socket socket;
  private Memory unsent;
  private int unsentFrom;
  private int unsentEnd;
  private Content content;
  private long position;
  private long sent;

  Outgoing(Desk desk, Socket socket) {
    this.desk = desk;
    this.socket = socket;
  }

  /** Bytes taken by the kernel so far, for measuring progress. */
  long sent() {
    return sent;
  }

  /** Whether there is content that did not fit in the outbox. */
  boolean hasContent() {
    return content != null;
  }

  /** Puts a response in the outbox, whole if it fits; {@link #pump} sends it and the rest. */
  void put(Response response, boolean keepAlive, int minorVersion, boolean withContent) {
    Outbox outbox = desk.outbox();
    outbox.head(response, keepAlive, minorVersion);
    content = response.content();
    position = 0;
    if (!withContent || response.status().isWithoutContent()) {
      position = content.length();
    } else if (!(content instanceof Content.File)) {
      position = outbox.content(content, 0);
    }
    endIfAllMoved();
  }

  /**
   * Sends on, as much as the socket takes and a fair share allows.
   *
   * @return whether everything is out
   * @throws ErrnoException EPIPE, ECONNRESET: the reader is gone
   */
  // tag::pump[]
  boolean pump() throws ErrnoException {
    long stop = sent + FAIR_SHARE;
    while (flush()) {
      if (content == null) {
        return true;
      }
      // tag::share[]
      if (sent >= stop || !refill()) {
        return false;
      }
      // end::share[]
    }
    return false;
  }

  // end::pump[]

  /** Sends what is unsent, or else what is in the outbox; false when some of it had to stay. */
  private boolean flush() throws ErrnoException {
    return unsent != null ? flushUnsent() : flushOutbox();
  }

  // tag::partial[]
  // tag::unsent[]
  private boolean flushUnsent() throws ErrnoException {
    unsentFrom += write(unsent, unsentFrom, unsentEnd - unsentFrom);
    if (unsentFrom < unsentEnd) {
      return false;
    }
    desk.pool().give(unsent);
    unsent = null;
    return true;
  }

  // end::unsent[]

  private boolean flushOutbox() throws ErrnoException {
    Outbox outbox = desk.outbox();
    int length = outbox.length();
    int written = length == 0 ? 0 : write(outbox.memory(), 0, length);
    outbox.clear();
    if (written < length) {
      keep(outbox.memory(), written, length);
      return false;
    }
    return true;
  }

  private void keep(Memory memory, int from, int end) throws ErrnoException {
    unsent = desk.pool().take(end - from);
    if (unsent == null) {
      throw new ErrnoException("write", Errno.ENOBUFS);
    }
    unsent.bytes().put(0, memory.bytes(), from, end - from);
    unsentFrom = 0;
    unsentEnd = end - from;
  }

  // end::partial[]

  private int write(Memory memory, int from, int count) throws ErrnoException {
    int written = Math.max(0, noWait(socket.write(memory, from, count)));
    sent += written;
    return written;
  }

  private static int noWait(int answer) {
    return answer == Fd.WOULD_BLOCK ? 0 : answer;
  }

  /** Moves content on towards the socket; false when the socket takes no more of a file. */
  private boolean refill() throws ErrnoException {
    if (content instanceof Content.File file) {
      int count = sendfile(file);
      position += count;
      sent += count;
      endIfAllMoved();
      return count > 0;
    }
    position += desk.outbox().content(content, position);
    endIfAllMoved();
    return true;
  }

  private int sendfile(Content.File file) throws ErrnoException {
    desk.filePosition().putLong(0, file.offset() + position);
    int count = (int) Math.min(file.length() - position, FAIR_SHARE);
    int answer = socket.fd().sendfile(file.fd(), desk.filePosition(), count);
    if (answer == 0) {
      throw new ErrnoException("sendfile", Errno.EIO);
    }
    return noWait(answer);
  }

  private void endIfAllMoved() {
    if (position == content.length()) {
      content.release();
      content = null;
    }
  }

  void release() {
    if (unsent != null) {
      desk.pool().give(unsent);
      unsent = null;
    }
    if (content != null) {
      content.release();
      content = null;
    }
  }
}
