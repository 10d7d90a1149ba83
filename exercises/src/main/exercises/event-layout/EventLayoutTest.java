package manor.exercises.eventlayout;

import static org.junit.jupiter.api.Assertions.fail;

import manor.syscall.Memory;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class EventLayoutTest {
  private static final int COUNT = 4;

  private static int bits(int index) {
    return 0x8000_2011 + (index << 8);
  }

  private static long token(int index) {
    return 0xfedc_ba98_7654_3210L + ((long) index << 40);
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
    if (layout.dataOffset() != dataOffset) {
      fail(
          "On "
              + arch
              + " the token begins at byte "
              + dataOffset
              + ", and of says byte "
              + layout.dataOffset()
              + ".\n"
              + why);
    }
    if (layout.size() != size) {
      fail(
          "On "
              + arch
              + " an event takes "
              + size
              + " bytes, and of says "
              + layout.size()
              + ".\n"
              + why);
    }
  }

  @Test
  @Order(1)
  void onX86TheStructIsPacked() {
    isLaidOut("amd64", 4, 12, "There it is packed.");
    isLaidOut("x86_64", 4, 12, "x86_64 is another name for amd64.");
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
    String where = "Event " + index + " begins at byte " + index * size + " on " + arch + ".\n";
    int events = layout.events(memory, index);
    if (events != bits(index)) {
      fail(where + "Its bits are the int there.\n" + difference(bits(index), events));
    }
    long data = layout.data(memory, index);
    if ((int) token(index) == data) {
      fail(
          where
              + "Its token is eight bytes long, and four of them were read.\n"
              + difference(token(index), data));
    }
    if (data != token(index)) {
      fail(
          where
              + "Its token is the long at byte "
              + (index * size + dataOffset)
              + ".\n"
              + difference(token(index), data));
    }
  }

  private static String difference(long expected, long got) {
    return String.format("  expected %#x%n  got      %#x", expected, got);
  }

  private static String difference(int expected, int got) {
    return String.format("  expected %#x%n  got      %#x", expected, got);
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
    for (int index = COUNT - 1; index >= 0; index--) {
      layout.put(memory, index, bits(index), token(index));
    }
    for (int index = 0; index < COUNT; index++) {
      int events = memory.getInt(index * size);
      if (events != bits(index)) {
        fail(
            "put on "
                + arch
                + ": the bits of event "
                + index
                + " belong at byte "
                + index * size
                + ".\n"
                + difference(bits(index), events));
      }
      long data = memory.getLong(index * size + dataOffset);
      if (data != token(index)) {
        fail(
            "put on "
                + arch
                + ": the token of event "
                + index
                + " belongs at byte "
                + (index * size + dataOffset)
                + ", all eight bytes of it.\n"
                + difference(token(index), data));
      }
    }
  }
}
