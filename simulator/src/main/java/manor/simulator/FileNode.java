package manor.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Something that has a name in a {@link FileTree}. */
sealed interface FileNode {
  /** Bytes that never change. */
  record Plain(long inode, byte[] content, long modifiedNanos) implements FileNode {}

  /** Another path to look at instead. */
  record Link(long inode, String target) implements FileNode {}

  /** Names and what they stand for. */
  record Directory(long inode, Directory parent, Map<String, FileNode> entries)
      implements FileNode {
    Directory(long inode, Directory parent) {
      this(inode, parent, new TreeMap<>());
    }
  }

  /** The number by which the file system knows it. */
  long inode();
}
