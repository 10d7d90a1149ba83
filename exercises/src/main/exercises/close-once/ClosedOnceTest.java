package manor.exercises.closeonce;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Set;
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

  private static final Set<Thread.State> WAITS =
      EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final SimulatedKernel kernel = new SimulatedKernel(new World());
  private final FaultyKernel faulty = new FaultyKernel(kernel);
  private final CallLog log = new CallLog(faulty);
  private Runnable meanwhile = () -> {};
  private Thread stranger;
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
    } catch (AssertionError spin) {
      throw mistake(
          "close failed, and was made again until it would not: that never comes. Whatever close\n"
              + "answers, the number is free already.\n"
              + log.last(3));
    } catch (Exception thrown) {
      throw mistake(mistake + "\nFd.close threw " + thrown + "\n" + log.last(3));
    }
  }

  private void close() {
    close("Nothing is thrown by Fd.close.");
  }

  private void closedOnce(String mistake) {
    int times = log.count("close");
    that(
        times == 1,
        mistake + "\nThe kernel heard close " + times + " times, not once.\n" + log.last(3));
  }

  /** Comes back when the other thread's Fd.close is done, or waits for the one under way. */
  private void strangerCloses() {
    stranger = new Thread(guest::close, "a stranger");
    stranger.setDaemon(true);
    stranger.start();
    while (stranger.isAlive() && !WAITS.contains(stranger.getState())) {
      Thread.onSpinWait();
    }
  }

  @Test
  @Order(1)
  void theKernelGetsTheNumberBack() {
    int open = kernel.openDescriptors();
    close();
    String leak = "The descriptor is still open in the kernel, and nobody can close it: a leak.\n";
    that(
        kernel.openDescriptors() < open || log.count("close") > 0,
        leak
            + "Fd.close has not called kernel.close. The first caller finds closed false, makes"
            + " it\n"
            + "true, and it is he who calls it.");
    that(
        kernel.openDescriptors() < open,
        leak
            + "Once it is marked as closed, number() is -1; the field number still has the\n"
            + "number.\n"
            + log.last(1));
    that(
        guest.isClosed() && guest.number() == -1,
        "After close, isClosed is true and number() is -1; they are "
            + guest.isClosed()
            + " and "
            + guest.number()
            + ".");
    anotherIsClosedToo();
  }

  private void anotherIsClosedToo() {
    int number = kernel.eventfd(0, Linux.EFD_CLOEXEC);
    new Fd(log.kernel(), number).close();
    that(
        kernel.fcntl(number, Linux.F_GETFD, 0) == -Errno.EBADF,
        "One Fd was closed, and then another, for the first time; its close did not reach the\n"
            + "kernel. Each Fd has a mark of its own: what is static belongs to all of them.");
  }

  @Test
  @Order(2)
  void twoClosesAreOne() {
    close();
    int friend = kernel.eventfd(0, Linux.EFD_CLOEXEC);
    close();
    that(
        kernel.fcntl(friend, Linux.F_GETFD, 0) != -Errno.EBADF,
        "Closed twice. In between a stranger was given number "
            + friend
            + ", and the second close\nhas shut his door.\n"
            + log.last(2));
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
    close();
    closedOnce("After EINTR it is closed. Fd.close was called once more, and closed again.");
  }

  @Test
  @Order(4)
  void afterAnyOtherErrorTheNumberIsFreeAsWell() {
    faulty.with(InjectedFault.once(SystemCall.CLOSE, 1, Errno.EIO));
    close("EIO from close: the number is free, and nobody can do anything about the rest.");
    closedOnce("close answered EIO, and was made again. The number is free all the same.");
    close();
    closedOnce(
        "After EIO it is closed all the same. Fd.close was called once more, and closed again.");
    that(
        guest.isClosed(),
        "close answered EIO, and isClosed is false. The number is free all the same.");
  }

  @Test
  @Order(5)
  void aSecondCloseWhileTheFirstIsUnderWay() throws InterruptedException {
    meanwhile = this::strangerCloses;
    close();
    stranger.join();
    closedOnce(
        "A second call of Fd.close came while the first was inside the kernel, from another\n"
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
    int step = order.first(".*[.](get|compare|weakCompare|increment|decrement|add|update)And\\w+");
    that(step >= 0, GAP + "AtomicBoolean has a method that does both in one step.");
    that(
        order.calls().subList(step, order.calls().size()).indexOf(CallOrder.DROPPED) != 1,
        GAP + order.calls().get(step) + " does both in one step, and its answer is dropped.");
  }
}
