package manor.exercises.eventfd;

import static manor.exercises.Expect.mistake;
import static manor.exercises.Expect.that;

import java.util.concurrent.Callable;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.EventFd;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.exercises.CallLog;
import manor.exercises.Todo;
import manor.simulator.FaultyKernel;
import manor.simulator.SimulatedKernel;
import manor.simulator.World;
import manor.syscall.ErrnoException;
import manor.syscall.Memory;
import manor.syscall.TracingKernel;

/** A bell on trial: its calls are written down, and a steward listens for it. One thread. */
final class TriedBell {
  final SimulatedKernel kernel = new SimulatedKernel(new World());
  final FaultyKernel faulty = new FaultyKernel(kernel);
  final CallLog log = new CallLog(faulty);
  final EventFd bell;

  /** A call of the bell that was made while another thread might have closed it. */
  String unguarded = "";

  private final Epoll epoll;
  private final Events events = new Events(8);

  TriedBell() throws ErrnoException {
    bell = EventFd.create(new TracingKernel(log.kernel(), this::look));
    epoll = Epoll.create(kernel, Clock.system());
    epoll.addInterest(bell.fd(), new Token(7), Interest.READABLE);
  }

  private void look(String call) {
    boolean uses = call.startsWith("write(") || call.startsWith("read(");
    unguarded = uses && !Thread.holdsLock(bell) ? call.replaceFirst(" +=", " =") : unguarded;
  }

  private long attempt(String name, Callable<Long> deed, String mistake) {
    try {
      return deed.call();
    } catch (Todo stub) {
      throw stub;
    } catch (IndexOutOfBoundsException outside) {
      throw mistake(
          name
              + " asked for bytes outside of the memory: it has eight, from 0 on.\n"
              + log.last(2));
    } catch (Exception thrown) {
      String eight =
          thrown.toString().contains("EINVAL")
              ? "\nThe counter is read and written as eight bytes; for fewer the answer is EINVAL."
              : "";
      String words = thrown instanceof ErrnoException ? thrown.getMessage() : thrown.toString();
      throw mistake(mistake + eight + "\n" + name + " threw " + words + ".\n" + log.last(3));
    }
  }

  /** Knocks, which must not fail. */
  void knock(String mistake) {
    Callable<Long> knock =
        () -> {
          bell.knock();
          return 0L;
        };
    attempt("knock", knock, mistake);
  }

  /** Knocks, and nothing is wrong. */
  void knock() {
    knock("Nothing is wrong with the bell, and knock failed.");
  }

  /** Drains, which must answer this. */
  void drains(long expected, String mistake) {
    long knocks = attempt("drain", bell::drain, mistake);
    String bytes =
        knocks == Long.BYTES && expected != knocks
            ? "\n8 is what read answered: so many bytes have come. The number is in them."
            : knocks > expected && expected > 0
                ? "\nMore was added than was knocked: a knock adds what the field one holds, and that"
                    + " is 1 and stays 1."
                : "";
    that(
        knocks == expected,
        mistake + bytes + "\ndrain answered " + knocks + ", not " + expected + ".\n" + log.last(3));
  }

  /** Asks the kernel whether the steward would be told. */
  void isHeard(boolean expected, String mistake) throws ErrnoException {
    that((epoll.wait(events, 0) == 1) == expected, mistake + "\n" + log.last(3));
  }

  /** Sets the counter, behind the bell's back. */
  void counterIs(long number) {
    Memory memory = Memory.allocate(Long.BYTES);
    memory.putLong(0, number);
    kernel.write(bell.fd().number(), memory, 0, Long.BYTES);
  }
}
