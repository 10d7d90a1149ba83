package manor.simulator;

import static manor.syscall.Errno.EAGAIN;
import static manor.syscall.Errno.EBADF;
import static manor.syscall.Errno.EINVAL;

import manor.syscall.Linux;
import manor.syscall.Memory;

/** The calls that any descriptor answers, whatever is behind it. */
final class DescriptorCalls {
  private final World world;
  private final DescriptorTable table;

  DescriptorCalls(World world, DescriptorTable table) {
    this.world = world;
    this.table = table;
  }

  int read(int fd, Memory memory, int offset, int length) {
    OpenFile file = table.get(fd);
    if (file == null) {
      return -EBADF;
    }
    int answer = file.read(memory, offset, length);
    while (answer == -EAGAIN && file.isBlocking()) {
      world.jumpOrFail("read");
      answer = file.read(memory, offset, length);
    }
    return answer;
  }

  int write(int fd, Memory memory, int offset, int length) {
    OpenFile file = table.get(fd);
    if (file == null) {
      return -EBADF;
    }
    int answer = file.write(memory, offset, length);
    return file.isBlocking() ? writeAll(file, memory, offset, length, answer) : answer;
  }

  private int writeAll(OpenFile file, Memory memory, int offset, int length, int first) {
    int written = Math.max(0, first);
    int answer = first;
    while (answer == -EAGAIN || answer >= 0 && written < length) {
      world.jumpOrFail("write");
      answer = file.write(memory, offset + written, length - written);
      written += Math.max(0, answer);
    }
    return written > 0 ? written : answer;
  }

  int close(int fd) {
    OpenFile file = table.remove(fd);
    if (file == null) {
      return -EBADF;
    }
    file.unwatchAll();
    file.released();
    return 0;
  }

  int control(int fd, int command, int argument) {
    OpenFile file = table.get(fd);
    if (file == null) {
      return -EBADF;
    }
    switch (command) {
      case Linux.F_GETFD -> {
        return table.isClosedOnExec(fd) ? Linux.FD_CLOEXEC : 0;
      }
      case Linux.F_SETFD -> table.setClosedOnExec(fd, (argument & Linux.FD_CLOEXEC) != 0);
      case Linux.F_GETFL -> {
        return file.statusFlags();
      }
      case Linux.F_SETFL -> file.setStatusFlags(argument);
      default -> {
        return -EINVAL;
      }
    }
    return 0;
  }
}
