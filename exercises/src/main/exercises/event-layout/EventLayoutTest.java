package manor.exercises.eventlayout;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.Arrays;
import java.util.function.Supplier;
import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class EventLayoutTest {
  private static final int COUNT = 4;

  /** What older events have left behind: every bit set. */
  private static final byte[] OTHERS = others();

  /** Halves of either sign: what is lost of one is seen in another. */
  private static final long[] TOKENS = {
    0xfedc_ba98_7654_3210L, 0x0123_4567_89ab_cdefL, 42, 0x8000_0000_8000_0000L
  };

  private static byte[] others() {
    byte[] others = new byte[COUNT * 16];
    Arrays.fill(others, (byte) -1);
    return others;
  }

  private static int bits(int index) {
    return 0x8000_2011 + (index << 8);
  }

  private static long token(int index) {
    return TOKENS[index];
  }

  /** Memory as the kernel would have filled it. */
  private static Memory filled(int dataOffset, int size) {
    Memory memory = Memory.allocate(COUNT * size);
    for (int index = 0; index < COUNT; index++) {
      memory.putInt(index * size, bits(index));
      memory.putLong(index * size + dataOffset, token(index));
    }
    return memory;
  }

  private static void isLaidOut(String arch, int dataOffset, int size, String why) {
    EventLayout layout = EventLayout.of(arch);
    String on = "On " + arch + " ";
    that(
        layout.dataOffset() != size || layout.size() != dataOffset,
        on + "the two numbers have changed places: EventLayout(dataOffset, size), in this order.");
    that(
        layout.dataOffset() == dataOffset,
        on
            + "the token begins at byte "
            + dataOffset
            + ", and of says byte "
            + layout.dataOffset()
            + ".\n"
            + why);
    that(
        layout.size() == size,
        on + "an event takes " + size + " bytes, and of says " + layout.size() + ".\n" + why);
  }

  @Test
  @Order(1)
  void onX86TheStructIsPacked() {
    isLaidOut("amd64", 4, 12, "There it is packed.");
    isLaidOut("x86_64", 4, 12, "x86_64 is another name for amd64.");
    String sameName = String.copyValueOf("amd64".toCharArray());
    that(
        EventLayout.of(sameName).equals(EventLayout.of("amd64")),
        "of knows \"amd64\" when it is the very same object, and not when another String says the"
            + "\nsame. == compares objects; what they say is compared by equals.");
  }

  @Test
  @Order(2)
  void everywhereElseTheTokenIsAligned() {
    isLaidOut("aarch64", 8, 16, "It is packed on x86-64 only: a long is aligned to 8 bytes here.");
    isLaidOut("riscv64", 8, 16, "It is packed on x86-64 only; so is every other machine.");
  }

  @Test
  @Order(3)
  void theFirstEventIsRead() {
    reads("amd64", 4, 12, 0);
    reads("aarch64", 8, 16, 0);
  }

  @Test
  @Order(4)
  void everyOtherEventIsRead() {
    for (int index = 1; index < COUNT; index++) {
      reads("amd64", 4, 12, index);
      reads("aarch64", 8, 16, index);
    }
  }

  private static void reads(String arch, int dataOffset, int size, int index) {
    EventLayout layout = EventLayout.of(arch);
    Memory memory = filled(dataOffset, size);
    int start = index * size;
    String where = "Event " + index + " begins at byte " + start + " on " + arch + ".\n";
    int events = inside(() -> layout.events(memory, index), where);
    isIt(
        bits(index),
        events,
        where
            + "Its bits are the int there, all four bytes of it: EPOLLET is the highest bit."
            + elsewhere(memory, start, events));
    long data = inside(() -> layout.data(memory, index), where);
    boolean half = data == (int) token(index) || data == (token(index) & 0xffff_ffffL);
    isIt(
        token(index),
        data,
        where
            + (half
                ? "Its token is eight bytes long, and its upper half is lost. Either four bytes were"
                    + " read,\n"
                    + "or the sign of the lower int has run over the upper one."
                : "Its token is the long at byte " + (start + dataOffset) + "."));
    isAtRest(memory, "events or data");
  }

  /** Where else what was read stands, if it does. */
  private static String elsewhere(Memory memory, int start, int got) {
    for (int at = 0; at <= memory.size() - Integer.BYTES; at++) {
      if (at != start && memory.getInt(at) == got) {
        return "\nWhat was read stands at byte "
            + at
            + (start == 0
                ? ": an event begins with its bits."
                : ": the event at an index begins at index times size.");
      }
    }
    return "";
  }

  /** Everyone has the same buffer. */
  private static void isAtRest(Memory memory, String who) {
    int position = memory.bytes().position();
    that(
        position == 0 && memory.bytes().limit() == memory.size(),
        who
            + " moved the buffer's position to "
            + position
            + ". The buffer is everyone's: ask for a place,\n"
            + "as getInt(place) does, and leave position and limit alone.");
  }

  private static void isIt(int expected, int got, String mistake) {
    boolean turned = Integer.reverseBytes(got) == expected;
    isIt(turned, Integer.toUnsignedLong(expected), Integer.toUnsignedLong(got), mistake);
  }

  private static void isIt(long expected, long got, String mistake) {
    isIt(Long.reverseBytes(got) == expected, expected, got, mistake);
  }

  private static void isIt(boolean turned, long expected, long got, String mistake) {
    String order =
        "\n"
            + "The bytes are the right ones, from the other end: a ByteBuffer is big-endian unless"
            + " it is\n"
            + "told. Memory has getInt and getLong, in the machine's own order.";
    that(
        got == expected,
        mistake
            + (turned ? order : "")
            + String.format("\n  expected  %#x\n  got       %#x", expected, got));
  }

  /** A place outside of the memory is no event's. */
  private static <T> T inside(Supplier<T> access, String where) {
    try {
      return access.get();
    } catch (IndexOutOfBoundsException outside) {
      throw mistake(
          where
              + "A place outside of the memory was asked for. It holds "
              + COUNT
              + " events; they are\ncounted from 0, and offsets are bytes.");
    }
  }

  @Test
  @Order(5)
  void whatIsPutStandsWhereTheKernelLooks() {
    puts("amd64", 4, 12);
    puts("aarch64", 8, 16);
  }

  private static void puts(String arch, int dataOffset, int size) {
    EventLayout layout = EventLayout.of(arch);
    Memory memory = Memory.allocate(COUNT * size);
    memory.bytes().put(0, OTHERS, 0, memory.size());
    for (int index = COUNT - 1; index >= 0; index--) {
      int at = index;
      String which = "put of event " + at + " on " + arch + ".\n";
      inside(() -> put(layout, memory, at), which);
    }
    for (int index = 0; index < COUNT; index++) {
      String of = " of event " + index + " belong at byte ";
      String put = "put on " + arch + ": ";
      int start = index * size;
      int events = memory.getInt(start);
      that(
          events != -1,
          put
              + "the bits"
              + of
              + start
              + ". The memory held older events, every bit\n"
              + "set, and there they are still: what is put takes their place.");
      isIt(bits(index), events, put + "the bits" + of + start + ".");
      long data = memory.getLong(start + dataOffset);
      String all = ", all eight of them." + half(token(index), data);
      isIt(token(index), data, put + "the bytes of the token" + of + (start + dataOffset) + all);
    }
    isAtRest(memory, "put");
  }

  /** What is to be said of a token of which one half is right. */
  private static String half(long expected, long got) {
    boolean upper = expected >>> 32 == got >>> 32;
    return upper == ((int) expected == (int) got)
        ? ""
        : "\nOne half of it is wrong. The bits take four bytes, the token takes eight: bits stored as"
            + " a long run over the\n"
            + "token beside them, and a token stored as an int has only its lower half there.";
  }

  private static boolean put(EventLayout layout, Memory memory, int index) {
    layout.put(memory, index, bits(index), token(index));
    return true;
  }
}
