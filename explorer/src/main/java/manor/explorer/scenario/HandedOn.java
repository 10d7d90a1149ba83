package manor.explorer.scenario;

import java.time.Duration;
import java.util.List;
import manor.explorer.stage.Scenario;
import manor.explorer.stage.Stage;
import manor.io.PollEvented;
import manor.runtime.JoinHandle;
import manor.runtime.Runtime;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Context;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;

/** Everything that can be waited for is polled by one task first, and then by another. */
public final class HandedOn implements Scenario {
  @Override
  public void play(Stage stage) throws Exception {
    Runtime runtime = stage.runtime();
    Stage.Ends ends = stage.connection();
    PollEvented<Fd> guest =
        new PollEvented<>(stage.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    Memory desk = Memory.allocate(2);
    Notify bell = new Notify();
    Notify other = new Notify();
    JoinHandle<Void> task = runtime.spawn(bell.notified());
    Future<Void> sleep = stage.handle().sleep(Duration.ofMillis(1));
    Future<Void> ring = other.notified();
    Future<Integer> poll = context -> guest.pollRead(context, desk, 0, 1);
    List<Future<?>> all = List.of(task, sleep, ring, poll);
    runtime.blockOn(context -> Poll.ready(anyReady(all, context)));
    stage.actor(
        "friend",
        () -> {
          bell.notifyOne();
          other.notifyOne();
          ends.friend().write(desk, 0, 1);
        });
    List<JoinHandle<Object>> heirs = all.stream().map(future -> heir(runtime, future)).toList();
    runtime.blockOn(Future.join(heirs));
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
