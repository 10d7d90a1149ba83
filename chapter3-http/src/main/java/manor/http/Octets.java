package manor.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Which bytes may stand where: RFC 9110 section 5.5 and 5.6.2, RFC 9112 section 3. */
final class Octets {
  static final byte CR = '\r';
  static final byte LF = '\n';
  static final byte SP = ' ';
  static final byte HTAB = '\t';

  private static final int TOKEN = 1;
  private static final int FIELD_TEXT = 2;
  private static final int TARGET = 4;
  private static final int HOST = 8;
  private static final String NOT_IN_TARGET = "#\"<>\\";
  private static final byte[] CLASSES = new byte[256];

  static {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    mark(TOKEN | HOST, letters);
    mark(TOKEN, "!#$%&'*+-.^_`|~");
    mark(HOST, "-._~%!$&'()*+;=");
    for (int octet = 0x20; octet < 0x100; octet++) {
      if (octet != 0x7f) {
        CLASSES[octet] |= FIELD_TEXT;
      }
      if (octet > 0x20 && octet < 0x7f && NOT_IN_TARGET.indexOf(octet) < 0) {
        CLASSES[octet] |= TARGET;
      }
    }
    CLASSES[HTAB] |= FIELD_TEXT;
  }

  private Octets() {}

  private static void mark(int kind, String octets) {
    for (byte octet : octets.getBytes(StandardCharsets.US_ASCII)) {
      CLASSES[octet] |= (byte) kind;
    }
  }

  /** tchar: what names and methods are made of. */
  static boolean isToken(byte octet) {
    return (CLASSES[octet & 0xff] & TOKEN) != 0;
  }

  /** What a field value may hold: visible characters, space, tab, and the bytes above 0x7f. */
  static boolean isFieldText(byte octet) {
    return (CLASSES[octet & 0xff] & FIELD_TEXT) != 0;
  }

  /** What a request target may hold: visible ASCII, but what no browser leaves unencoded. */
  static boolean isTarget(byte octet) {
    return (CLASSES[octet & 0xff] & TARGET) != 0;
  }

  /** What a host name may hold; no comma, for two names in one field are two hosts. */
  static boolean isHost(byte octet) {
    return (CLASSES[octet & 0xff] & HOST) != 0;
  }

  static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  static boolean isWhitespace(byte octet) {
    return octet == SP || octet == HTAB;
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(byte octet) {
    return octet < 0 ? -1 : Character.digit((char) octet, 16);
  }

  // tag::ignore-case[]
  /** Whether the bytes from {@code start} to {@code end} are {@code lowerCase}, in any case. */
  static boolean equalsIgnoreCase(ByteBuffer bytes, int start, int end, String lowerCase) {
    if (end - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (toLowerCase(bytes.get(start + i)) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int toLowerCase(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  // end::ignore-case[]

  /** The bytes from {@code start} to {@code end} as text, a character a byte. */
  static String text(ByteBuffer bytes, int start, int end) {
    byte[] copy = new byte[end - start];
    bytes.get(start, copy);
    return new String(copy, StandardCharsets.ISO_8859_1);
  }
}
