package manor.tutor.pupil;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How texts of any length cross the pipe: a length in bytes, then UTF-8. */
final class PupilText {
  private static final int MOST_BYTES = 1 << 24;
  private static final int MOST_TEXTS = 1 << 16;

  private PupilText() {}

  static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(out, text);
    }
  }

  static String read(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    int length = within(in.readInt(), MOST_BYTES);
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  static List<String> readAll(DataInputStream in) throws IOException {
    int count = within(in.readInt(), MOST_TEXTS);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(read(in));
    }
    return texts;
  }

  private static int within(int number, int most) throws IOException {
    if (number < 0 || number > most) {
      throw new IOException("not a length: " + number);
    }
    return number;
  }
}
