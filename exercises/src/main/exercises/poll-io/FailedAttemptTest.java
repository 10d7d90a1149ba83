package manor.exercises.pollio;

import static manor.epoll.Interest.READABLE;
import static manor.exercises.Expect.equal;
import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;
import static manor.exercises.ScriptedSteward.names;
import static manor.syscall.Linux.EPOLLIN;
import static manor.syscall.Linux.EPOLLOUT;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import manor.exercises.Todo;
import manor.io.Attempt;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.io.ShutdownException;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.task.Poll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A failure, a shutdown, and those who come by {@code tryOnce} alone. */
@TestMethodOrder(OrderAnnotation.class)
class FailedAttemptTest extends TriedGuest {
  private static final String NOT_YOURS =
      "pollIo kept it to itself.\nA failure is neither a value nor EAGAIN: let the exception pass.";

  @Test
  @Order(1)
  void aFailureIsThePollersToHandle() {
    told(EPOLLIN);
    try {
      poll(
          () -> {
            that(++attempts < 100, "The attempt failed with ECONNRESET, 100 times: " + NOT_YOURS);
            throw new ErrnoException("read", Errno.ECONNRESET);
          });
    } catch (IOException expected) {
      that(
          expected.getMessage().contains("ECONNRESET"),
          "The attempt failed with ECONNRESET, but pollIo threw: " + expected.getMessage());
      equal(
          names(EPOLLIN),
          names(guest.peek().bits()),
          "The attempt failed with ECONNRESET, and the readiness was taken away. Nobody will bring"
              + " it again:\nwho asks once more would wait for ever. Clear only after null (EAGAIN);"
              + " a finally clears after a failure too.");
      return;
    }
    throw mistake("The attempt failed with ECONNRESET, and nobody was told: " + NOT_YOURS);
  }

  @Test
  @Order(2)
  void afterAShutdownNothingIsTried() {
    told(EPOLLIN);
    steward.deregister(guest);
    isToldOfTheShutdown(() -> tryOnce(guest.peek(), finds("a letter")), "tryOnce");
    isToldOfTheShutdown(() -> poll(finds("a letter")), "pollIo");
  }

  @Test
  @Order(3)
  void tryOnceServesFuturesToo() throws Exception {
    spin =
        "A future (AsyncIo) made the attempt by tryOnce, 100 times, and every time it found"
            + " nothing."
            + "\ntryOnce has to take away the readiness itself (clearReadiness): pollIo is not"
            + " asked.";
    told(EPOLLIN | EPOLLOUT);
    Poll<String> none = guest.asyncIo(READABLE, finds()).poll(waker.context());
    that(
        none.isPending() && names(guest.peek().bits()).equals("EPOLLOUT"),
        "A future (AsyncIo) made the attempt by tryOnce, and found nothing. Then tryOnce answers"
            + " null,"
            + "\nand takes away what the event promised; pollIo is not asked. Known now: "
            + names(guest.peek().bits()));
    told(EPOLLIN);
    Poll<String> some = guest.asyncIo(READABLE, finds("a letter")).poll(waker.context());
    that(
        some.isReady() && "a letter".equals(some.get()),
        "A future (AsyncIo) made the attempt by tryOnce, which found a letter: that is its"
            + " answer.");
  }

  /** The student's own tryOnce: package-private in another package. */
  private Object tryOnce(ReadyEvent event, Attempt<String> attempt) throws Exception {
    Class<?>[] types = {ReadyEvent.class, Attempt.class};
    Method method = Registration.class.getDeclaredMethod("tryOnce", types);
    method.setAccessible(true);
    return method.invoke(guest, event, attempt);
  }

  private void isToldOfTheShutdown(Callable<?> call, String name) {
    Throwable thrown = null;
    try {
      call.call();
    } catch (Exception told) {
      thrown = told instanceof InvocationTargetException inside ? inside.getCause() : told;
    }
    if (thrown instanceof Todo stub) {
      throw stub;
    }
    that(
        attempts == 0,
        "The registration was shut down, and "
            + name
            + " made "
            + attempts
            + " attempt: the descriptor may belong to somebody else by now.\nThrow a"
            + " ShutdownException"
            + " instead, in tryOnce: futures (AsyncIo) ask it without pollIo.");
    that(
        thrown != null,
        "The registration was shut down, and "
            + name
            + " kept that to itself: the task waits for what will never come,\nor asks again and"
            + " again. Throw a ShutdownException.");
    that(
        thrown instanceof ShutdownException,
        "The registration was shut down: that is told by a ShutdownException, and not by "
            + thrown);
  }
}
