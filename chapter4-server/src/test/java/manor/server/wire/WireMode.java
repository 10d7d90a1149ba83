package manor.server.wire;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the bytes of a case come to the server.
 *
 * @param kind what is done to them
 * @param at after how many of them, where that matters
 */
record WireMode(Kind kind, int at) {
  static final WireMode WHOLE = new WireMode(Kind.WHOLE, 0);
  private static final int EVERY = 600;

  /** Tries every n-th place only; the first one moves, so that all cases together try them all. */
  private static final int STRIDE = Integer.getInteger("wire.stride", 3);

  /** The five ways. */
  enum Kind {
    /** One write for each turn of the client. */
    WHOLE,
    /** One write for each byte. */
    BYTE,
    /** Two writes, cut at one place. */
    CUT,
    /** Only the first bytes, then the client ends its half and listens. */
    FIN,
    /** Only the first bytes, then a reset. */
    RST
  }

  /** All modes of one kind that are worth trying with a case of this many bytes. */
  static Stream<WireMode> of(Kind kind, int length) {
    return switch (kind) {
      case WHOLE, BYTE -> Stream.of(new WireMode(kind, 0));
      case CUT -> places(1, Math.max(1, length - 1)).mapToObj(at -> new WireMode(kind, at));
      case FIN, RST -> places(0, length).mapToObj(at -> new WireMode(kind, at));
    };
  }

  /** Every place, unless there are very many: then all near both ends and some between. */
  private static IntStream places(int first, int last) {
    int step = Math.max(1, (last - first) / 40);
    return IntStream.rangeClosed(first, last)
        .filter(at -> at == last || (at + last) % STRIDE == 0)
        .filter(at -> last - first < EVERY || at < 200 || last - at < 100 || at % step == 0);
  }

  boolean cutsShort() {
    return kind == Kind.FIN || kind == Kind.RST;
  }

  @Override
  public String toString() {
    return kind == Kind.WHOLE || kind == Kind.BYTE ? kind.name() : kind + " after " + at;
  }
}
