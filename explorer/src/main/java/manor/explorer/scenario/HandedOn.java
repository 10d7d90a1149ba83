package manor.explorer.scenario;

import java.time.Duration;
import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.runtime.JoinHandle;
import manor.runtime.Parker;
import manor.runtime.Runtime;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Mpsc;
import manor.task.Notify;
import manor.task.Oneshot;
import manor.task.Poll;

/** Everything that can be waited for is polled by one task first, and then by another. */
public final class HandedOn implements Scenario {
  private final Memory desk = Memory.allocate(3);
  private final Notify bell = new Notify();
  private final Notify other = new Notify();
  private final Oneshot<Integer> answer = new Oneshot<>();
  private final Mpsc<Integer> channel = new Mpsc<>(1);

  @Override
  public void play(Stage stage) throws Exception {
    Runtime runtime = stage.runtime();
    Stage.Ends one = stage.connection();
    Stage.Ends two = stage.connection();
    PollEvented<Fd> polled = registered(stage, one);
    PollEvented<Fd> read = registered(stage, two);
    List<Future<?>> all =
        List.of(
            runtime.spawn(bell.notified()),
            stage.handle().sleep(Duration.ofMillis(1)),
            other.notified(),
            (Future<Integer>) context -> polled.pollRead(context, desk, 0, 1),
            read.read(desk, 1, 1),
            answer.receiver(),
            channel.receive());
    runtime.blockOn(context -> Poll.ready(anyReady(all, context)));
    stage.actor("friend", () -> tell(one.friend(), two.friend()));
    List<JoinHandle<Object>> heirs = all.stream().map(future -> heir(runtime, future)).toList();
    runtime.blockOn(Future.join(heirs));
  }

  private static PollEvented<Fd> registered(Stage stage, Stage.Ends ends) throws Exception {
    return new PollEvented<>(stage.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
  }

  private void tell(Fd first, Fd second) throws Exception {
    bell.notifyOne();
    other.notifyOne();
    first.write(desk, 2, 1);
    second.write(desk, 2, 1);
    answer.sender().send(1);
    Parker.blockOn(channel.send(1));
  }

  private static JoinHandle<Object> heir(Runtime runtime, Future<?> future) {
    return runtime.spawn(future.map(value -> value));
  }

  private static boolean anyReady(List<Future<?>> all, Context context) throws Exception {
    boolean any = false;
    for (Future<?> future : all) {
      any |= future.poll(context).isReady();
    }
    return any;
  }
}
