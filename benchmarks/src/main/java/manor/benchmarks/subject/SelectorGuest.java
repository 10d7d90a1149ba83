package manor.benchmarks.subject;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection of the plain NIO loop: what has come, what is to be passed over, what goes out.
 */
final class SelectorGuest {
  private static final int ROOM = 4096;
  private static final int MOST_OUT = 1 << 16;
  private static final byte[] LENGTH = ascii("content-length:");
  private static final byte[] CLOSE = ascii("connection: close");

  /** Shared by all: there is one thread, and what finds no room is copied. */
  private static final ByteBuffer OUT = ByteBuffer.allocateDirect(MOST_OUT);

  private static final ByteBuffer SINK = ByteBuffer.allocateDirect(MOST_OUT);

  private final SocketChannel channel;
  private final Greeting greeting;
  private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
  private ByteBuffer pending;
  private long body;
  private boolean answerDue;
  private boolean closing;

  SelectorGuest(SocketChannel channel, Greeting greeting) {
    this.channel = channel;
    this.greeting = greeting;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void serve(SelectionKey key) throws IOException {
    if (pending != null) {
      channel.write(pending);
      if (pending.hasRemaining()) {
        return;
      }
      pending = null;
      key.interestOps(SelectionKey.OP_READ);
    } else if (read() < 0) {
      close(key);
    } else {
      send(key);
    }
    if (closing && pending == null && !answerDue) {
      close(key);
    }
  }

  private int read() throws IOException {
    OUT.clear();
    if (body > 0) {
      SINK.clear().limit((int) Math.min(body, MOST_OUT));
      int count = channel.read(SINK);
      body -= Math.max(count, 0);
      answerIfDue();
      return count;
    }
    int count = channel.read(in);
    if (count > 0) {
      in.flip();
      take();
      in.compact();
    }
    return in.hasRemaining() ? count : -1;
  }

  private void take() {
    int end = 0;
    while (end >= 0 && !closing && OUT.remaining() > 512) {
      end = endOfHead();
      if (end >= 0) {
        readFields(in.position(), end);
        in.position(end);
        int skipped = (int) Math.min(body, in.remaining());
        in.position(end + skipped);
        body -= skipped;
        answerIfDue();
      }
    }
  }

  /** Where the head that begins at the position ends, or -1 if it is not all there. */
  private int endOfHead() {
    for (int i = in.position() + 3; i < in.limit(); i++) {
      if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private void readFields(int from, int end) {
    answerDue = true;
    for (int i = from; i < end; i++) {
      if (in.get(i) == '\n' && startsWith(i + 1, LENGTH, end)) {
        body = number(i + 1 + LENGTH.length);
      } else if (in.get(i) == '\n' && startsWith(i + 1, CLOSE, end)) {
        closing = true;
      }
    }
  }

  /** In lower case, as every letter is with this bit; a colon and a blank have it already. */
  private boolean startsWith(int at, byte[] name, int end) {
    int same = 0;
    while (same < name.length && at + same < end && (in.get(at + same) | 0x20) == name[same]) {
      same++;
    }
    return same == name.length;
  }

  private long number(int at) {
    long value = 0;
    for (int i = at; in.get(i) != '\r'; i++) {
      value = in.get(i) == ' ' ? value : value * 10 + in.get(i) - '0';
    }
    return value;
  }

  private void answerIfDue() {
    if (body == 0 && answerDue) {
      OUT.put(greeting.answer());
      answerDue = false;
    }
  }

  private void send(SelectionKey key) throws IOException {
    OUT.flip();
    if (OUT.hasRemaining()) {
      channel.write(OUT);
    }
    if (OUT.hasRemaining()) {
      pending = ByteBuffer.allocateDirect(OUT.remaining()).put(OUT).flip();
      key.interestOps(SelectionKey.OP_WRITE);
    }
  }

  static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException ignored) {
      key.cancel();
    }
  }
}
