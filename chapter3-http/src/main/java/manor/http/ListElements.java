package manor.http;

import java.nio.ByteBuffer;

/** Walks over {@code element, element, ...}: RFC 9110 section 5.6.1. Empty elements are skipped. */
final class ListElements {
  private ByteBuffer bytes;
  private int last;
  private int next;
  private int start;
  private int end;

  /** Begins before the first element of the list from {@code start} to {@code end}. */
  void begin(ByteBuffer list, int start, int end) {
    bytes = list;
    next = start;
    last = end;
  }

  /** Moves to the next element; false when there is none. */
  boolean next() {
    while (next < last) {
      start = next;
      while (next < last && bytes.get(next) != ',') {
        next++;
      }
      end = next++;
      trim();
      if (start < end) {
        return true;
      }
    }
    return false;
  }

  private void trim() {
    while (start < end && Octets.isWhitespace(bytes.get(start))) {
      start++;
    }
    while (start < end && Octets.isWhitespace(bytes.get(end - 1))) {
      end--;
    }
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isToken() {
    for (int at = start; at < end; at++) {
      if (!Octets.isToken(bytes.get(at))) {
        return false;
      }
    }
    return true;
  }
}
