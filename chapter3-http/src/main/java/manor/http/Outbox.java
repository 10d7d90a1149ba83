package manor.http;

import manor.syscall.Memory;

/**
 * Where answers are put together before one write takes them all. One reactor has one; it is empty
 * whenever the reactor turns to another connection. Threads: the reactor's.
 */
final class Outbox {
  /** Bytes; large enough for many small answers, or a good piece of a large one. */
  static final int SIZE = 1 << 16;

  /** No head is longer: status line, date, fields, length, connection. */
  static final int HEAD = 12 * 1024;

  private static final byte[] CLOSE = "Connection: close\r\n\r\n".getBytes();
  private static final byte[] KEEP_ALIVE = "Connection: keep-alive\r\n\r\n".getBytes();
  private static final byte[] END = "\r\n".getBytes();

  private final Memory memory = Memory.allocate(SIZE);
  private final DateHeader date;
  private int length;

  Outbox(DateHeader date) {
    this.date = date;
  }

  Memory memory() {
    return memory;
  }

  int length() {
    return length;
  }

  int room() {
    return SIZE - length;
  }

  void clear() {
    length = 0;
  }

  /** Puts a response's head in. */
  void head(Response response, boolean keepAlive, int minorVersion) {
    put(response.status().line());
    put(date.line());
    put(response.fields());
    put(response.lengthLine());
    put(!keepAlive ? CLOSE : minorVersion == 0 ? KEEP_ALIVE : END);
  }

  /** Puts part of a content in, as much as there is room for; how much it was. */
  int content(Content content, long position) {
    int count = (int) Math.min(room(), content.length() - position);
    Content.copy(content, position, memory, length, count);
    length += count;
    return count;
  }

  /** Puts the interim answer to {@code Expect: 100-continue} in. */
  void interim() {
    put(Status.CONTINUE.line());
    put(END);
  }

  private void put(byte[] bytes) {
    memory.bytes().put(length, bytes);
    length += bytes.length;
  }
}
