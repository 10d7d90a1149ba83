package manor.net.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import manor.net.TcpListener;
import manor.net.TcpStream;
import manor.runtime.JoinHandle;
import manor.runtime.Runtime;
import manor.runtime.RuntimeOptions;
import manor.runtime.VirtualTime;
import manor.syscall.Errno;
import manor.syscall.ErrnoException;
import manor.syscall.Kernel;
import manor.syscall.Memory;
import manor.syscall.RealKernel;
import manor.task.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RealKernel
@Timeout(30)
class ReceptionTest {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final VirtualTime time = new VirtualTime();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private final AtomicInteger visits = new AtomicInteger();

  /** {@code kernel}, but accept4 answers with the test's answers first. */
  private Kernel refusing(Kernel kernel) {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("accept4") && !answers.isEmpty()) {
                return answers.remove();
              }
              try {
                return method.invoke(kernel, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private Future<Void> service(TcpStream guest) {
    visits.incrementAndGet();
    return guest.writeAll(Memory.allocate(1), 0, 1);
  }

  private int visit(Runtime runtime, TcpListener listener) throws Exception {
    Memory desk = Memory.allocate(8);
    return runtime.blockOn(
        TcpStream.connect(runtime.handle(), listener.localAddress())
            .then(guest -> guest.read(desk, 0, 8).closing(guest)));
  }

  @Test
  void aFullHouseLetsGuestsWaitOutside(Kernel kernel) throws Exception {
    RuntimeOptions options = RuntimeOptions.standard().with(time);
    try (Runtime runtime = Runtime.open(refusing(time.over(kernel)), options)) {
      TcpListener listener = runtime.blockOn(TcpListener.bind(runtime.handle(), ANYWHERE));
      runtime.spawn(Reception.serve(runtime, listener, this::service));
      answers.addAll(List.of(-Errno.EMFILE, -Errno.ENFILE, -Errno.ECONNABORTED));
      assertEquals(1, visit(runtime, listener));
      assertEquals(100_000_000, time.nanos(), "two pauses; who hung up is worth none");
      assertEquals(1, visit(runtime, listener));
      assertEquals(2, visits.get());
    }
  }

  @Test
  void anyOtherFailureEndsIt(Kernel kernel) throws Exception {
    try (Runtime runtime = Runtime.open(refusing(kernel))) {
      TcpListener listener = runtime.blockOn(TcpListener.bind(runtime.handle(), ANYWHERE));
      answers.add(-Errno.EINVAL);
      JoinHandle<Void> serving = runtime.spawn(Reception.serve(runtime, listener, this::service));
      JoinHandle<Integer> guest =
          runtime.spawn(Future.ready(0).then(now -> connectAndRead(runtime, listener)));
      var thrown = assertThrows(Exception.class, () -> runtime.blockOn(serving));
      assertEquals(Errno.EINVAL, ((ErrnoException) thrown.getCause()).errno());
      guest.abort();
    }
  }

  private static Future<Integer> connectAndRead(Runtime runtime, TcpListener listener)
      throws Exception {
    Memory desk = Memory.allocate(8);
    return TcpStream.connect(runtime.handle(), listener.localAddress())
        .then(guest -> guest.read(desk, 0, 8).closing(guest));
  }
}
