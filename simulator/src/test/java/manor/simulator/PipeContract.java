package manor.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import manor.simulator.Calls.Pair;
import org.junit.jupiter.api.Test;

/** pipe(2), pipe(7). */
interface PipeContract extends KernelContract {
  @Test
  default void whatGoesInComesOutInOrder() {
    Pair pipe = on().pipe();
    assertEquals(3, on().write(pipe.second(), "abc"));
    assertEquals(3, on().write(pipe.second(), "def"));
    assertEquals("ab", on().read(pipe.first(), 2));
    assertEquals("cdef", on().read(pipe.first(), 10));
    assertEquals("EAGAIN", on().read(pipe.first(), 10));
  }

  @Test
  default void eachEndGoesOneWayOnly() {
    Pair pipe = on().pipe();
    assertEquals("EBADF", said(on().write(pipe.first(), "x")));
    assertEquals("EBADF", on().read(pipe.second(), 1));
  }

  @Test
  default void withoutAWriterThereIsAnEnd() {
    Pair pipe = on().pipe();
    on().write(pipe.second(), "last");
    on().kernel().close(pipe.second());
    assertEquals("last", on().read(pipe.first(), 10));
    assertEquals("", on().read(pipe.first(), 10));
  }

  @Test
  default void withoutAReaderThePipeIsBroken() {
    Pair pipe = on().pipe();
    on().kernel().close(pipe.first());
    assertEquals("EPIPE", said(on().write(pipe.second(), "x")));
  }

  @Test
  default void itHolds65536Bytes() {
    Pair pipe = on().pipe();
    assertEquals(65_536, on().fill(pipe.second()));
    assertEquals("EAGAIN", said(on().write(pipe.second(), "x")));
    assertEquals(65_536, on().drain(pipe.first()));
  }

  @Test
  default void aFullPipeIsWritableOnlyWhenAWholePageIsFree() {
    Pair pipe = on().pipe();
    int epoll = on().epoll();
    on().watch(epoll, pipe.second(), OUT);
    on().fill(pipe.second());
    assertEquals(List.of(), on().ready(epoll));
    on().read(pipe.first(), 4095);
    assertEquals(List.of(), on().ready(epoll));
    on().read(pipe.first(), 1);
    assertEquals(List.of(pipe.second() + ":OUT"), on().ready(epoll));
  }

  @Test
  default void aReaderHearsTheHangUpAndAWriterTheError() {
    Pair pipe = on().pipe();
    Pair other = on().pipe();
    int epoll = on().epoll();
    on().watch(epoll, pipe.first(), IN);
    on().watch(epoll, other.second(), 0);
    on().kernel().close(pipe.second());
    on().kernel().close(other.first());
    assertEquals(List.of(pipe.first() + ":HUP", other.second() + ":ERR"), on().ready(epoll));
  }
}
