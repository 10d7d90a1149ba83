package manor.exercises.closeonce;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import manor.exercises.CallLog;
import manor.exercises.CallOrder;
import manor.simulator.FaultyKernel;
import manor.simulator.InjectedFault;
import manor.simulator.SimulatedKernel;
import manor.simulator.SystemCall;
import manor.simulator.World;
import manor.syscall.Errno;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Linux;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(OrderAnnotation.class)
class ClosedOnceTest {
  private static final String GAP =
      "Two threads may call Fd.close at the same moment. Between asking whether it is closed\n"
          + "and saying so there is a gap: the other one may ask in it, and both would close.\n";

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private Runnable meanwhile = () -> {};
  private final Fd guest = new Fd(meddling(), kernel.eventfd(0, Linux.EFD_CLOEXEC));

  /** The kernel; at a close something else happens before it is done. */
  private Kernel meddling() {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                Runnable now = meanwhile;
                meanwhile = () -> {};
                now.run();
              }
              try {
                return method.invoke(log.kernel(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private void close(String mistake) {
    try {
      guest.close();
    } catch (RuntimeException thrown) {
      if (thrown.getClass().getName().startsWith("manor.exercises.")) {
        throw thrown;
      }
      fail(mistake + "\nclose threw " + thrown + "\n" + log.last(3), thrown);
    }
  }

  private void closedOnce(String mistake) {
    int times = log.count("close");
    if (times != 1) {
      fail(mistake + "\nThe kernel heard close " + times + " times, not once.\n" + log.last(3));
    }
  }

  @Test
  @Order(1)
  void theKernelGetsTheNumberBack() {
    int open = kernel.openDescriptors();
    close("");
    String leak = "The descriptor is still open in the kernel, and nobody can close it: a leak.\n";
    if (kernel.openDescriptors() == open && log.count("close") == 0) {
      fail(leak + "Fd.close has not called kernel.close.");
    }
    if (kernel.openDescriptors() == open) {
      fail(
          leak
              + "Once it is marked as closed, number() is -1; the field number still has the\n"
              + "number.\n"
              + log.last(1));
    }
    if (!guest.isClosed() || guest.number() != -1) {
      fail(
          "After close, isClosed is true and number() is -1; they are "
              + guest.isClosed()
              + " and "
              + guest.number()
              + ".");
    }
  }

  @Test
  @Order(2)
  void twoClosesAreOne() {
    close("");
    int stranger = kernel.eventfd(0, Linux.EFD_CLOEXEC);
    close("");
    if (kernel.fcntl(stranger, Linux.F_GETFD, 0) == -Errno.EBADF) {
      fail(
          "Closed twice. In between a stranger was given number "
              + stranger
              + ", and the second close\nhas shut his door.\n"
              + log.last(2));
    }
    closedOnce("Fd.close was called twice.");
  }

  @Test
  @Order(3)
  void afterEintrTheNumberIsFreeAlready() {
    faulty.with(InjectedFault.once(SystemCall.CLOSE, 1, Errno.EINTR));
    close("EINTR is no reason to throw: the number is free.");
    closedOnce(
        "close answered EINTR, and was made again. On Linux the number is free already: the\n"
            + "second close meets nobody, or whoever was given the number in between.");
    close("");
    closedOnce("After EINTR it is closed. Fd.close was called once more, and closed again.");
  }

  @Test
  @Order(4)
  void afterAnyOtherErrorTheNumberIsFreeAsWell() {
    faulty.with(InjectedFault.once(SystemCall.CLOSE, 1, Errno.EIO));
    close("EIO from close: the number is free, and nobody can do anything about the rest.");
    close("");
    closedOnce("close answered EIO. The number is free all the same, and is not closed again.");
    if (!guest.isClosed()) {
      fail("close answered EIO, and isClosed is false. The number is free all the same.");
    }
  }

  @Test
  @Order(5)
  void aSecondCloseWhileTheFirstIsUnderWay() {
    meanwhile = guest::close;
    close("");
    closedOnce(
        "A second call of Fd.close came while the first was inside the kernel, as from another\n"
            + "thread. It found the Fd open: first mark it as closed, in one step with asking.");
  }

  /**
   * The gap between two steps is a few nanoseconds wide, and no test falls into it every time. So
   * this one looks at what was compiled.
   */
  @Test
  @Order(6)
  void askingAndMarkingAreOneStep() throws NoSuchMethodException {
    CallOrder order = CallOrder.of(getClass(), "manor.syscall.Fd", "close");
    boolean locked = Modifier.isSynchronized(Fd.class.getMethod("close").getModifiers());
    if (locked || order.first("\\(lock\\)|.*[.](lock|tryLock)") >= 0) {
      return;
    }
    int step = order.first(".*(AndSet|AndExchange).*");
    if (step < 0) {
      fail(GAP + "AtomicBoolean has a method that does both in one step.");
    }
    if (order.calls().subList(step, order.calls().size()).indexOf(CallOrder.DROPPED) == 1) {
      fail(GAP + order.calls().get(step) + " does both in one step, and its answer is dropped.");
    }
  }
}
