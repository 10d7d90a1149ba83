package manor.syscall;

import java.util.StringJoiner;

/** How an IP address is written: four decimals, or eight hexadecimals as RFC 5952 shortens them. */
final class IpFormat {
  private static final int GROUPS = 8;

  private IpFormat() {}

  /** The text for 4 or 16 bytes. */
  static String text(byte[] ip) {
    return ip.length == 4 ? ipv4(ip) : ipv6(ip);
  }

  private static String ipv4(byte[] ip) {
    StringJoiner text = new StringJoiner(".");
    for (byte part : ip) {
      text.add(Integer.toString(Byte.toUnsignedInt(part)));
    }
    return text.toString();
  }

  /** The longest run of zero groups becomes {@code ::}, the first of equals, never a single one. */
  private static String ipv6(byte[] ip) {
    int start = GROUPS;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(ip, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    return start == GROUPS
        ? groups(ip, 0, GROUPS)
        : groups(ip, 0, start) + "::" + groups(ip, start + length, GROUPS);
  }

  private static int zerosFrom(byte[] ip, int first) {
    int group = first;
    while (group < GROUPS && group(ip, group) == 0) {
      group++;
    }
    return group - first;
  }

  private static String groups(byte[] ip, int from, int to) {
    StringJoiner text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(group(ip, i)));
    }
    return text.toString();
  }

  private static int group(byte[] ip, int index) {
    return Byte.toUnsignedInt(ip[2 * index]) << 8 | Byte.toUnsignedInt(ip[2 * index + 1]);
  }
}
