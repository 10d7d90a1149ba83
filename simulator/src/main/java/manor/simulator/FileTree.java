package manor.simulator;

import java.nio.charset.StandardCharsets;
import manor.syscall.Errno;

/**
 * A small file system that can only be read: directories, plain files and links, found by their
 * paths as path_resolution(7) tells.
 */
public final class FileTree {
  private static final int MOST_LINKS = 40;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4096;

  private final FileNode.Directory root = new FileNode.Directory(1, null);
  private long inodes = 1;

  /** What a path leads to: a node, or the reason why not. */
  record Found(FileNode node, int errno) {
    static Found not(int errno) {
      return new Found(null, errno);
    }
  }

  /** An empty tree. */
  public FileTree() {}

  /**
   * Puts a file into the tree, and the directories above it.
   *
   * @param path absolute
   */
  public FileTree file(String path, byte[] content) {
    return put(path, new FileNode.Plain(++inodes, content.clone(), 0));
  }

  /** As {@link #file(String, byte[])}, in UTF-8. */
  public FileTree file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a symbolic link into the tree, and the directories above it. */
  public FileTree link(String path, String target) {
    return put(path, new FileNode.Link(++inodes, target));
  }

  /** Puts an empty directory into the tree, and the directories above it. */
  public FileTree directory(String path) {
    parent(path + "/");
    return this;
  }

  private FileTree put(String path, FileNode node) {
    parent(path).entries().put(path.substring(path.lastIndexOf('/') + 1), node);
    return this;
  }

  private FileNode.Directory parent(String path) {
    FileNode.Directory directory = root;
    for (String name : path.substring(0, path.lastIndexOf('/')).split("/")) {
      FileNode.Directory above = directory;
      directory =
          name.isEmpty()
              ? directory
              : (FileNode.Directory)
                  directory
                      .entries()
                      .computeIfAbsent(name, n -> new FileNode.Directory(++inodes, above));
    }
    return directory;
  }

  FileNode.Directory root() {
    return root;
  }

  /** Follows a path from a directory; a link at its very end only if {@code followLast}. */
  Found find(FileNode start, String path, boolean followLast) {
    if (path.isEmpty()) {
      return Found.not(Errno.ENOENT);
    }
    if (path.length() >= LONGEST_PATH) {
      return Found.not(Errno.ENAMETOOLONG);
    }
    return walk(start, path, followLast, 0);
  }

  private Found walk(FileNode start, String path, boolean followLast, int links) {
    FileNode here = path.startsWith("/") ? root : start;
    String[] names = path.split("/");
    for (int i = 0; i < names.length; i++) {
      boolean last = i == names.length - 1 && !path.endsWith("/");
      Found next = step(here, names[i], followLast || !last, links);
      if (next.node == null) {
        return next;
      }
      here = next.node;
    }
    boolean mustBeDirectory = path.endsWith("/") && !(here instanceof FileNode.Directory);
    return mustBeDirectory ? Found.not(Errno.ENOTDIR) : new Found(here, 0);
  }

  private Found step(FileNode from, String name, boolean follow, int links) {
    if (!(from instanceof FileNode.Directory directory)) {
      return Found.not(Errno.ENOTDIR);
    }
    if (name.length() > LONGEST_NAME) {
      return Found.not(Errno.ENAMETOOLONG);
    }
    FileNode node =
        switch (name) {
          case "", "." -> directory;
          case ".." -> directory.parent() == null ? directory : directory.parent();
          default -> directory.entries().get(name);
        };
    if (node == null) {
      return Found.not(Errno.ENOENT);
    }
    if (!(node instanceof FileNode.Link link) || !follow) {
      return new Found(node, 0);
    }
    return links == MOST_LINKS
        ? Found.not(Errno.ELOOP)
        : walk(directory, link.target(), true, links + 1);
  }
}
