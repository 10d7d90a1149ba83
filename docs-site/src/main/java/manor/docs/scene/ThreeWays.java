package manor.docs.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import manor.docs.player.Recorder;
import manor.epoll.Clock;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Interest;
import manor.epoll.Token;
import manor.syscall.Fd;
import manor.syscall.Kernel;
import manor.syscall.Memory;

/** One letter after another, told by three lists that care in three ways. */
public final class ThreeWays {
  private static final Interest READ = Interest.READABLE;
  private static final List<Interest> WAYS = List.of(READ, READ.edge(), READ.oneshot());
  private static final Token PRINCE = new Token(100);

  private final Recorder recorder;
  private final List<Epoll> lists;
  private final Events events = new Events(8);
  private final Memory desk = Memory.allocate(16);

  private ThreeWays(Recorder recorder, List<Epoll> lists) {
    this.recorder = recorder;
    this.lists = lists;
  }

  /** Plays the scene. */
  public static void play(Recorder recorder, Kernel kernel) throws IOException {
    recorder.title("Level, edge, oneshot: one guest on three lists");
    recorder.fold("Two ends of a connection and three empty lists are made.");
    Kernel steward = recorder.kernel(kernel, "steward");
    int[] ends = Narrator.twoEnds(steward);
    try (Fd prince = new Fd(steward, ends[0]);
        Fd friend = new Fd(recorder.kernel(kernel, "friend"), ends[1]);
        Epoll level = Epoll.create(steward, Clock.system());
        Epoll edge = Epoll.create(steward, Clock.system());
        Epoll oneshot = Epoll.create(steward, Clock.system())) {
      recorder.name(ends[0], "the prince");
      recorder.name(level.fd().number(), "the level list");
      recorder.name(edge.fd().number(), "the edge list");
      recorder.name(oneshot.fd().number(), "the oneshot list");
      recorder.fold(null);
      new ThreeWays(recorder, List.of(level, edge, oneshot)).tell(prince, friend);
      recorder.fold("Everybody leaves.");
    }
  }

  // tag::tell[]
  private void tell(Fd prince, Fd friend) throws IOException {
    recorder.say("Each list cares for the prince in its own way.");
    for (int i = 0; i < lists.size(); i++) {
      lists.get(i).addInterest(prince, PRINCE, WAYS.get(i));
    }
    recorder.say("A letter comes. Who tells of it?");
    write(friend);
    ask();
    recorder.say("It is still unread. Who tells of it a second time?");
    ask();
    recorder.say("Another letter, and still nothing is read.");
    write(friend);
    ask();
    recorder.say("The oneshot list is armed again: what is there already counts.");
    lists.get(2).modifyInterest(prince, PRINCE, WAYS.get(2));
    ask();
    recorder.say("Both letters are read. Nobody has anything to tell.");
    prince.read(desk, 0, desk.size());
    ask();
  }

  private void ask() throws IOException {
    for (Epoll list : lists) {
      list.wait(events, 0);
    }
  }

  // end::tell[]

  private static void write(Fd friend) throws IOException {
    friend.write(Memory.copyOf("!".getBytes(US_ASCII)), 0, 1);
  }
}
