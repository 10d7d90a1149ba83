package manor.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where each header field stands in the bytes of the head; nothing is copied. */
final class Fields {
  private static final int PLACES = 4;

  private int[] places = new int[16 * PLACES];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    int at = count * PLACES;
    if (at == places.length) {
      places = Arrays.copyOf(places, at * 2);
    }
    places[at] = nameStart;
    places[at + 1] = nameEnd;
    places[at + 2] = valueStart;
    places[at + 3] = valueEnd;
    count++;
  }

  int count() {
    return count;
  }

  String name(ByteBuffer bytes, int base, int index) {
    int at = index * PLACES;
    return Octets.text(bytes, base + places[at], base + places[at + 1]);
  }

  String value(ByteBuffer bytes, int base, int index) {
    int at = index * PLACES;
    return Octets.text(bytes, base + places[at + 2], base + places[at + 3]);
  }

  /** The first field of that name at or behind {@code from}, or -1. */
  int find(ByteBuffer bytes, int base, int from, String lowerCaseName) {
    for (int index = from; index < count; index++) {
      int at = index * PLACES;
      if (Octets.equalsIgnoreCase(bytes, base + places[at], base + places[at + 1], lowerCaseName)) {
        return index;
      }
    }
    return -1;
  }
}
