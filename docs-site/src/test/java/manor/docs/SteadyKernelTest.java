package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import manor.docs.scene.SteadyKernel;
import manor.syscall.Errno;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealKernel
class SteadyKernelTest {
  private final Kernel steady;
  private final List<Integer> open = new ArrayList<>();

  SteadyKernelTest(Kernel real) {
    steady = SteadyKernel.over(real);
  }

  @AfterEach
  void closeAll() {
    open.forEach(steady::close);
  }

  @Test
  void numbersBeginAtThreeAndAFreedOneGoesToTheNext() {
    assertEquals(3, kept(steady.eventfd(0, 0)));
    assertEquals(4, kept(steady.epoll_create1(0)));
    assertEquals(0, steady.close(3));
    assertEquals(3, steady.eventfd(0, 0));
  }

  @Test
  void aPairIsNumberedInTheMemoryItself() {
    Memory pair = Memory.allocate(8);
    assertEquals(0, steady.pipe2(pair, 0));
    assertEquals(3, kept(pair.getInt(0)));
    assertEquals(4, kept(pair.getInt(4)));
    assertEquals(1, steady.write(4, Memory.allocate(1), 0, 1));
    assertEquals(1, steady.read(3, Memory.allocate(1), 0, 1));
  }

  @Test
  void aNumberThatIsNotOpenIsNobodys() {
    kept(steady.eventfd(0, 0));
    assertEquals(-Errno.EBADF, steady.close(4));
    assertEquals(-Errno.EBADF, steady.read(-1, Memory.allocate(1), 0, 1));
  }

  @Test
  void aRefusalIsPassedOn() {
    assertEquals(-Errno.EINVAL, steady.epoll_create1(Linux.SO_KEEPALIVE));
  }

  private int kept(int number) {
    open.add(number);
    return number;
  }
}
