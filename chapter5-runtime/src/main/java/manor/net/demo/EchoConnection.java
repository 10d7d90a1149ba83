package manor.net.demo;

import java.io.IOException;
import manor.net.TcpStream;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Poll;

/**
 * What a compiler makes of an {@code async fn}, written out by hand once. Where the language has
 * the syntax, one writes
 *
 * <pre>
 *   async fn echo(stream) {
 *       loop {
 *           let count = stream.read(desk).await;         // may wait here: READING
 *           if count == 0 { return; }
 *           let mut written = 0;
 *           while written &lt; count {
 *               written += stream.write(desk[written..count]).await;   // or here: WRITING
 *           }
 *       }
 *   }
 * </pre>
 *
 * <p>Each {@code await} becomes a state, each local variable that lives across one becomes a field,
 * and the body becomes a {@code poll} that jumps to where it left off. Nothing waits; between two
 * polls there is no stack, only this object.
 */
final class EchoConnection implements Future<Void> {
  private enum State {
    READING,
    WRITING
  }

  private static final int DESK_SIZE = 4096;

  private final TcpStream stream;
  private final Memory desk = Memory.allocate(DESK_SIZE);
  private State state = State.READING;
  private int count;
  private int written;

  EchoConnection(TcpStream stream) {
    this.stream = stream;
  }

  // tag::poll[]
  @Override
  public Poll<Void> poll(Context context) throws IOException {
    while (true) {
      Poll<Integer> poll = call(context);
      if (poll.isPending()) {
        return Poll.pending();
      }
      if (state == State.READING && poll.get() == 0) {
        return Poll.ready(null);
      }
      goOn(poll.get());
    }
  }

  // end::poll[]

  // tag::call[]
  private Poll<Integer> call(Context context) throws IOException {
    return state == State.READING
        ? stream.pollRead(context, desk, 0, DESK_SIZE)
        : stream.pollWrite(context, desk, written, count - written);
  }

  // end::call[]

  // tag::go-on[]
  private void goOn(int done) {
    if (state == State.READING) {
      count = done;
      written = 0;
      state = State.WRITING;
    } else {
      written += done;
      state = written == count ? State.READING : State.WRITING;
    }
  }
  // end::go-on[]
}
