package manor.tutor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What is uploaded. No body is ever held in memory as a whole. */
interface LoadBody {
  /** How many bytes it has. */
  long length();

  /** Writes all of them. */
  void writeTo(OutputStream out) throws IOException;

  /** A body of so many bytes, all the same letter. */
  static LoadBody ofLength(long length) {
    byte[] piece = new byte[(int) Math.min(length, 1 << 16)];
    Arrays.fill(piece, (byte) 'm');
    return new Letters(length, piece);
  }

  /** A file as it is now. */
  static LoadBody ofFile(Path file) throws IOException {
    return new Content(file, Files.size(file));
  }

  /** One piece, repeated. */
  record Letters(long length, byte[] piece) implements LoadBody {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      for (long left = length; left > 0; left -= piece.length) {
        out.write(piece, 0, (int) Math.min(left, piece.length));
      }
    }
  }

  /** A file, read anew for each upload. */
  record Content(Path file, long length) implements LoadBody {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] piece = new byte[1 << 16];
      try (InputStream in = Files.newInputStream(file)) {
        long left = length;
        for (int n; left > 0 && (n = in.read(piece, 0, (int) Math.min(left, piece.length))) > 0; ) {
          out.write(piece, 0, n);
          left -= n;
        }
        if (left > 0) {
          throw new IOException(file + " has become shorter");
        }
      }
    }
  }
}
