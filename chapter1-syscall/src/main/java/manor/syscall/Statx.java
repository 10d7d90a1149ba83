package manor.syscall;

/**
 * What statx(2) tells about a file. Unlike {@code struct stat}, {@code struct statx} has one layout
 * on every machine; these are the fields this book asks for.
 *
 * @param mode type and permissions; {@link #isRegularFile} and {@link #isDirectory} read it
 * @param inode the file's number on its file system
 * @param size in bytes
 * @param modifiedNanos last change of the content, nanoseconds since 1970-01-01 UTC
 */
public record Statx(int mode, long inode, long size, long modifiedNanos) {
  /** Bytes of the whole struct. */
  public static final int SIZE = 256;

  private static final int MODE = 28;
  private static final int INODE = 32;
  private static final int FILE_SIZE = 40;
  private static final int MODIFIED_SECONDS = 112;
  private static final int MODIFIED_NANOS = 120;
  private static final int S_IFMT = 0xf000;
  private static final int S_IFDIR = 0x4000;
  private static final int S_IFREG = 0x8000;

  /** Reads the struct that the kernel filled in. */
  public static Statx of(Memory memory) {
    return new Statx(
        Short.toUnsignedInt(memory.bytes().getShort(MODE)),
        memory.getLong(INODE),
        memory.getLong(FILE_SIZE),
        memory.getLong(MODIFIED_SECONDS) * 1_000_000_000L + memory.getInt(MODIFIED_NANOS));
  }

  /** Whether this is a plain file: something with bytes in it. */
  public boolean isRegularFile() {
    return (mode & S_IFMT) == S_IFREG;
  }

  /** Whether this is a directory. */
  public boolean isDirectory() {
    return (mode & S_IFMT) == S_IFDIR;
  }
}
