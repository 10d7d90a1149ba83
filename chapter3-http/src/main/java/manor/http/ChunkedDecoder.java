package manor.http;

import java.nio.ByteBuffer;

/**
 * Takes the chunked transfer coding off a body: RFC 9112 section 7.1.
 *
 * <pre>
 *   SIZE --ext--> EXTENSION...--CR--> SIZE_LINE_FEED --LF--> DATA --> DATA_CR --> DATA_LINE_FEED
 *    ^                                     \ (size 0)                                |
 *    |                                      --> TRAILERS --> DONE                    |
 *    --------------------------------------------------------------------------------
 * </pre>
 *
 * <p>Extensions are checked and dropped, trailers are checked and dropped. Every line end is CRLF,
 * a size is hexadecimal digits and nothing else, and below 2^63.
 */
final class ChunkedDecoder {
  private static final int SIZE = 0;
  private static final int EXTENSION = 1;
  private static final int SIZE_LINE_FEED = 2;
  private static final int DATA = 3;
  private static final int DATA_CR = 4;
  private static final int DATA_LINE_FEED = 5;
  private static final int TRAILERS = 6;
  private static final int DONE = 7;
  private static final int INVALID = 8;

  private final Limits limits;
  private final FieldParser trailers;
  private final ChunkExtension extension = new ChunkExtension();
  private int state;
  private long size;
  private int digits;
  private int lineLength;
  private int extensionBytes;
  private long total;
  private Status failure;

  /** Where the content found by the last {@link #parse} is; empty when both are the same. */
  int contentStart;

  int contentEnd;

  ChunkedDecoder(Limits limits) {
    this.limits = limits;
    this.trailers = new FieldParser(limits);
  }

  void reset() {
    state = SIZE;
    failure = null;
    total = 0;
    extensionBytes = 0;
    startOfSize();
    trailers.reset();
  }

  boolean isDone() {
    return state == DONE;
  }

  Status failure() {
    return failure;
  }

  /** Reads on until there is content to take, or an end; returns the first byte not used. */
  int parse(ByteBuffer bytes, int from, int end) {
    int at = from;
    contentStart = at;
    contentEnd = at;
    while (at < end && state < DONE && contentStart == contentEnd) {
      at =
          switch (state) {
            case DATA -> data(at, end);
            case TRAILERS -> trailer(bytes, at, end);
            default -> one(bytes.get(at), at);
          };
    }
    return at;
  }

  private int one(byte octet, int at) {
    switch (state) {
      case SIZE, EXTENSION -> sizeLine(octet);
      case SIZE_LINE_FEED -> endOfSize(octet);
      case DATA_CR -> expect(octet, Octets.CR, DATA_LINE_FEED);
      default -> {
        expect(octet, Octets.LF, SIZE);
        startOfSize();
      }
    }
    return at + 1;
  }

  private void sizeLine(byte octet) {
    if (state == SIZE) {
      size(octet);
    } else {
      extension(octet);
    }
    if (state < SIZE_LINE_FEED && ++lineLength > limits.fieldLine()) {
      fail(Status.BAD_REQUEST);
    }
  }

  private void startOfSize() {
    size = 0;
    digits = 0;
    lineLength = 0;
    extension.reset();
  }

  // tag::core[]
  private void size(byte octet) {
    int digit = Octets.hex(octet);
    if (digit < 0) {
      afterSize(octet);
    } else if (size > Long.MAX_VALUE >> 4) {
      fail(Status.BAD_REQUEST);
    } else {
      size = size << 4 | digit;
      digits++;
    }
  }

  private void afterSize(byte octet) {
    if (digits == 0) {
      fail(Status.BAD_REQUEST);
    } else if (octet == Octets.CR) {
      state = SIZE_LINE_FEED;
    } else {
      state = EXTENSION;
      extension(octet);
    }
  }

  private void endOfSize(byte octet) {
    expect(octet, Octets.LF, size == 0 ? TRAILERS : DATA);
    if (state == DATA && size > limits.body() - total) {
      fail(Status.CONTENT_TOO_LARGE);
    }
    total += size;
  }

  private void extension(byte octet) {
    if (octet == Octets.CR && extension.mayEnd()) {
      state = SIZE_LINE_FEED;
    } else if (!extension.accepts(octet) || ++extensionBytes > limits.head()) {
      fail(Status.BAD_REQUEST);
    }
  }

  private int data(int at, int end) {
    int count = (int) Math.min(end - at, size);
    contentStart = at;
    contentEnd = at + count;
    size -= count;
    if (size == 0) {
      state = DATA_CR;
    }
    return contentEnd;
  }

  // end::core[]

  private int trailer(ByteBuffer bytes, int from, int end) {
    int at = trailers.parse(bytes, from, from, end);
    if (trailers.failure() != null) {
      fail(trailers.failure());
    } else if (trailers.isDone()) {
      state = DONE;
    }
    return at;
  }

  private void expect(byte octet, byte expected, int next) {
    state = next;
    if (octet != expected) {
      fail(Status.BAD_REQUEST);
    }
  }

  private void fail(Status why) {
    failure = why;
    state = INVALID;
  }
}
