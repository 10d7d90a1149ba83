package manor.http;

import manor.syscall.Fd;
import manor.syscall.Memory;

/** What a response carries behind its head. Threads: the reactor's. */
public sealed interface Content permits Content.Bytes, Content.File, Body {
  /** How many bytes it has. */
  long length();

  /** It has been sent, or never will be: gives back whatever it holds. */
  void release();

  /**
   * Bytes on the heap, not changed after they were handed over.
   *
   * @param array all of it is the content
   */
  record Bytes(byte[] array) implements Content {
    @Override
    public long length() {
      return array.length;
    }

    @Override
    public void release() {}
  }

  /**
   * A part of a file, sent by sendfile(2) without being read; closed when sent.
   *
   * @param fd a regular file, open for reading, owned by this content from now on
   * @param offset its first byte
   * @param length how many bytes
   */
  record File(Fd fd, long offset, long length) implements Content {
    @Override
    public void release() {
      fd.close();
    }
  }

  /** Copies up to {@code count} bytes from {@code position} on; for what is in memory. */
  static void copy(Content content, long position, Memory target, int offset, int count) {
    if (content instanceof Bytes bytes) {
      target.bytes().put(offset, bytes.array(), (int) position, count);
    } else if (content instanceof Body body) {
      body.copy(position, target, offset, count);
    } else {
      throw new IllegalArgumentException("a file is sent, not copied");
    }
  }
}
