package manor.explorer.scenario;

import manor.explorer.stage.Stage;
import manor.io.Driver;
import manor.io.PollEvented;
import manor.runtime.Parker;
import manor.syscall.Fd;
import manor.syscall.Memory;
import manor.task.Future;

/** Two letters and no end, however they are read, with the driver on a thread of its own. */
final class ReaderAndDriver {
  /** How one letter is read. */
  interface Reading {
    Future<Integer> of(PollEvented<Fd> guest);
  }

  private static final long FOREVER = -1;

  private ReaderAndDriver() {}

  static void play(Stage stage, Reading reading) throws Exception {
    Stage.Ends ends = stage.connection();
    Driver driver = stage.driver();
    PollEvented<Fd> guest =
        new PollEvented<>(driver.handle(), ends.guest(), ends.guest(), PollEvented.BOTH_WAYS);
    boolean[] over = new boolean[1];
    stage.actor("driver", () -> turn(driver, over));
    stage.actor("friend", () -> send(ends.friend()));
    int[] bytes = new int[1];
    Parker.blockOn(Future.loop(() -> reading.of(guest).map(count -> more(bytes, count))));
    over[0] = true;
    driver.handle().knock();
    stage.expect("both letters were read", () -> bytes[0] == 2);
    stage.expect("nobody waits any more", () -> guest.registration().waiting() == 0);
  }

  /** The part of the driver, until it is over. */
  static void turn(Driver driver, boolean[] over) throws Exception {
    while (!over[0]) {
      driver.turn(driver.handle(), FOREVER);
    }
    driver.close();
  }

  private static void send(Fd friend) throws Exception {
    Memory letter = Memory.allocate(1);
    friend.write(letter, 0, 1);
    friend.write(letter, 0, 1);
  }

  private static boolean more(int[] bytes, int count) {
    bytes[0] += count;
    return bytes[0] < 2;
  }
}
