package manor.exercises.fairturn;

import static manor.exercises.BoxedHouse.onAnotherThread;
import static manor.exercises.Expect.that;

import manor.epoll.Interest;
import manor.exercises.BoxedHouse;
import manor.io.Registration;
import manor.syscall.Fd;
import manor.syscall.Linux;
import manor.task.Future;
import manor.task.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Strangers and the kernel get their turn, however busy the house or the others are. */
@TestMethodOrder(OrderAnnotation.class)
class FromOutsideTest {
  private static final int ROUND = 61;

  private static final int TOO_OFTEN = 40;

  private final BoxedHouse house = new BoxedHouse();
  private int polls;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  @Order(1)
  void aStrangersTaskIsPolledInTheNextRound() throws Exception {
    int[] polledAt = {-1};
    house.beforeEachWait(
        () -> {
          house.beforeEachWait(() -> {});
          onAnotherThread(() -> house.runtime().spawn(noting(polledAt)));
        });
    Future<Void> busy =
        context -> {
          context.waker().wakeByRef();
          return ++polls == 10 * ROUND ? Poll.ready(null) : Poll.pending();
        };
    house.run(busy, "The driver was sent to sleep without end, although a task has news.");
    that(
        polledAt[0] >= 0 && polledAt[0] <= 2 * ROUND,
        "A stranger threw a task into the inbox before the second round. A task of the house always"
            + " has news, and\nthe stranger's was polled "
            + (polledAt[0] < 0 ? "in none of ten rounds." : "at poll " + polledAt[0] + ".")
            + " Every round begins with queue.emptyInbox().");
  }

  private Future<Void> noting(int[] polledAt) {
    return context -> {
      polledAt[0] = polls;
      return Poll.ready(null);
    };
  }

  @Test
  @Order(2)
  void theKernelIsAskedAlsoWhenSomebodyIsInTheInbox() throws Exception {
    Fd fd = new Fd(house.kernel(), house.kernel().eventfd(1, Linux.EFD_NONBLOCK));
    Registration registration = house.runtime().handle().register(fd, Interest.READABLE);
    house.runtime().spawn(followed());
    Future<?> letter = registration.readiness(Interest.READABLE);
    Future<Boolean> main =
        context -> {
          boolean heard = letter.poll(context).isReady();
          that(
              polls < TOO_OFTEN,
              "A letter lies in the kernel. Whenever the driver's turn came, a stranger had thrown a"
                  + " task into the inbox,\nand forty times the driver was passed over for it. With"
                  + " something in the inbox it only looks, wait 0;\nbut its turn it has every"
                  + " time.");
          return heard ? Poll.ready(true) : Poll.pending();
        };
    house.run(main, "The driver was sent to sleep, and nobody asked the kernel for the letter.");
  }

  /** While it is polled, a stranger throws another one like it into the inbox. */
  private Future<Void> followed() {
    return context -> {
      if (++polls < TOO_OFTEN) {
        onAnotherThread(() -> house.runtime().spawn(followed()));
      }
      return Poll.ready(null);
    };
  }
}
