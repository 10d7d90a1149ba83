package manor.doctor;

import static manor.doctor.Ailment.BUSY_LOOP;
import static manor.doctor.Ailment.CLEARED_STALE;
import static manor.doctor.Ailment.EDGE_NOT_DRAINED;
import static manor.doctor.Ailment.NEVER_REGISTERED;
import static manor.doctor.Ailment.ONESHOT_NOT_REARMED;
import static manor.doctor.Ailment.STALE_WAKER;
import static manor.doctor.Ailment.WAKER_DROPPED;
import static manor.doctor.Ailment.WOKEN_BEFORE_STORED;
import static manor.epoll.Interest.READABLE;
import static manor.epoll.Interest.WRITABLE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import manor.doctor.Patients.Patient;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.io.Attempt;
import manor.io.Direction;
import manor.io.PollEvented;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.net.TcpStream;
import manor.runtime.JoinHandle;
import manor.syscall.Fd;
import manor.syscall.SockAddr;
import manor.syscall.Socket;
import manor.task.Context;
import manor.task.CountingWaker;
import manor.task.Future;
import manor.task.Mpsc;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.Waker;
import manor.task.WakerSlot;

/** Broken programs whose ailment is easily taken for another one. */
final class RarePatients {
  private static final Duration LATER = Duration.ofMillis(100);
  private static final Duration MUCH_LATER = Duration.ofSeconds(1);

  private RarePatients() {}

  private static Patient patient(Ailment ailment, String what, Sickbed.Program program) {
    return new Patient(what, ailment, program);
  }

  static Stream<Patient> all() {
    return Stream.of(forgetful(), edges(), others(), restless(), early(), lost()).flatMap(s -> s);
  }

  // Never registered, among others who are well.

  private static Stream<Patient> forgetful() {
    return Stream.of(
        patient(
            NEVER_REGISTERED,
            "waits well the first time and forgets to the second, while others ring",
            bed -> {
              volley(bed);
              Notify bell = new Notify();
              Future<Void> rung = bell.notified();
              int[] polls = new int[1];
              bed.runtime.spawn(context -> polls[0]++ == 0 ? rung.poll(context) : Poll.pending());
              bed.rest();
              bell.notifyOne();
            }),
        patient(
            NEVER_REGISTERED,
            "lends a waker that wakes nobody",
            bed -> {
              Registration io = bed.handle.register(bed.pair().guest(), READABLE);
              Future<ReadyEvent> readable = io.readiness(READABLE);
              bed.runtime.spawn(context -> readable.poll(new CountingWaker().context()));
            }),
        patient(
            NEVER_REGISTERED,
            "takes what is ready and says Pending",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
              bed.says(pair, 3);
              bed.runtime.spawn(
                  context -> {
                    io.pollRead(context, bed.memory, 0, 8);
                    return Poll.pending();
                  });
            }),
        patient(
            NEVER_REGISTERED,
            "answers Pending after another has ended and left its waker in a slot",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
              Future<Integer> read = context -> io.pollRead(context, bed.memory, 0, 8);
              Future<Integer> slept = bed.handle.sleep(LATER).map(over -> 0);
              bed.runtime.blockOn(Future.race(read, slept));
              bed.runtime.spawn(context -> Poll.pending());
              bed.rest();
              bed.says(pair, 1);
            }));
  }

  private static void volley(Sickbed bed) {
    Notify ping = new Notify();
    Notify pong = new Notify();
    bed.runtime.spawn(Future.loop(() -> ping.notified().map(heard -> ring(pong))));
    bed.runtime.spawn(Future.loop(() -> pong.notified().map(heard -> ring(ping))));
    ping.notifyOne();
  }

  private static boolean ring(Notify bell) {
    bell.notifyOne();
    return true;
  }

  // Edges.

  private static Stream<Patient> edges() {
    return Stream.of(
        patient(EDGE_NOT_DRAINED, "lets in one guest an edge", RarePatients::oneGuestAnEdge),
        patient(
            EDGE_NOT_DRAINED,
            "says of every read that it was the last",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              bed.says(pair, 10);
              bed.runtime.spawn(Future.loop(() -> io.asyncIo(READABLE, hasty(bed, pair))));
            }),
        patient(
            EDGE_NOT_DRAINED,
            "writes a little and waits for more room",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), WRITABLE);
              bed.runtime.spawn(
                  Future.loop(
                      () ->
                          io.readiness(WRITABLE)
                              .map(
                                  (ReadyEvent event) -> {
                                    pair.guest().write(bed.memory, 0, 8);
                                    return io.clearReadiness(event);
                                  })));
            }),
        patient(
            CLEARED_STALE,
            "takes away, after a rest, what is known by then",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              bed.says(pair, 3);
              bed.runtime.spawn(
                  Future.loop(
                      () ->
                          io.readiness(READABLE)
                              .then(event -> readsRestsAndClears(bed, pair, io))));
              bed.runtime.spawn(
                  bed.handle.sleep(LATER).map(slept -> pair.friend().write(bed.memory, 0, 1)));
            }));
  }

  private static Future<Boolean> readsRestsAndClears(
      Sickbed bed, Sickbed.Pair pair, Registration io) throws Exception {
    while (pair.guest().read(bed.memory, 0, 8) != Fd.WOULD_BLOCK) {
      continue;
    }
    return bed.handle.sleep(MUCH_LATER).map(rested -> io.clearReadiness(io.peek()));
  }

  private static Attempt<Boolean> hasty(Sickbed bed, Sickbed.Pair pair) {
    return new Attempt<>() {
      @Override
      public Boolean attempt() throws IOException {
        return pair.guest().read(bed.memory, 0, 4) == Fd.WOULD_BLOCK ? null : true;
      }

      @Override
      public boolean exhausts(Boolean answer) {
        return true;
      }
    };
  }

  private static void oneGuestAnEdge(Sickbed bed) throws Exception {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Socket door = Socket.listen(bed.handle.kernel(), anywhere, 8, false);
    bed.keep(door.fd());
    Registration io = bed.handle.register(door.fd(), READABLE);
    bed.runtime.blockOn(TcpStream.connect(bed.handle, door.localAddress()));
    bed.runtime.blockOn(TcpStream.connect(bed.handle, door.localAddress()));
    bed.runtime.spawn(
        Future.loop(
            () ->
                io.readiness(READABLE)
                    .map(
                        (ReadyEvent event) -> {
                          bed.keep(door.accept(new SockAddr()).fd());
                          return io.clearReadiness(event);
                        })));
  }

  // What others keep: interests, slots, wakers of the past.

  private static Stream<Patient> others() {
    return Stream.of(
        patient(
            ONESHOT_NOT_REARMED,
            "arms its oneshot again only after a whole message",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Epoll own = bed.epoll();
              own.addInterest(pair.guest(), new Token(7), READABLE.oneshot());
              Registration io = bed.handle.register(own.fd(), READABLE);
              Events events = new Events(4);
              bed.says(pair, 1);
              bed.runtime.spawn(
                  Future.loop(
                      () ->
                          io.asyncIo(READABLE, () -> own.wait(events, 0) == 0 ? null : events)
                              .map(told -> readsMessage(bed, pair, own))));
            }),
        patient(
            ONESHOT_NOT_REARMED,
            "has a task that looks now and then at an epoll of their own",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Epoll own = bed.epoll();
              own.addInterest(pair.guest(), new Token(7), READABLE.oneshot());
              Deque<Waker> waiting = new ArrayDeque<>();
              bed.runtime.spawn(
                  context -> {
                    while (pair.guest().read(bed.memory, 0, 8) > 0) {
                      continue;
                    }
                    waiting.add(context.waker().clone());
                    return Poll.pending();
                  });
              bed.runtime.spawn(
                  Future.loop(() -> bed.handle.sleep(LATER).map(slept -> passesOn(own, waiting))));
              bed.says(pair, 1);
              bed.rest();
              bed.says(pair, 1);
            }),
        patient(
            WAKER_DROPPED,
            "waits with another for the same task",
            bed -> {
              JoinHandle<Void> child = bed.runtime.spawn(new Notify().notified());
              bed.runtime.spawn(context -> child.poll(context));
              bed.runtime.spawn(context -> child.poll(context));
            }),
        patient(
            WAKER_DROPPED,
            "receives from a channel from which another receives",
            bed -> {
              Mpsc<Integer> channel = new Mpsc<>(1);
              bed.runtime.spawn(channel.receive());
              bed.runtime.spawn(channel.receive());
            }),
        patient(
            WAKER_DROPPED,
            "throws its time limit away after every poll",
            bed -> {
              Notify bell = new Notify();
              bed.runtime.spawn(
                  context -> {
                    Future<Void> limited = bed.handle.timeout(Duration.ofDays(1), bell.notified());
                    Poll<Void> poll = limited.poll(context);
                    limited.drop();
                    return poll;
                  });
            }),
        patient(
            STALE_WAKER,
            "lends what is inside it the waker of its first poll",
            bed -> {
              Notify bell = new Notify();
              Future<Void> cached = cached(bell.notified());
              bed.runtime.blockOn(context -> Poll.ready(cached.poll(context).isReady()));
              bed.runtime.spawn(cached);
              bed.rest();
              bell.notifyOne();
            }));
  }

  private static boolean readsMessage(Sickbed bed, Sickbed.Pair pair, Epoll own)
      throws IOException {
    if (pair.guest().read(bed.memory, 0, 4) == 4) {
      own.modifyInterest(pair.guest(), new Token(7), READABLE.oneshot());
    }
    return true;
  }

  private static boolean passesOn(Epoll own, Deque<Waker> waiting) throws IOException {
    if (own.wait(new Events(4), 0) > 0) {
      waiting.remove().wake();
    }
    return true;
  }

  private static Future<Void> cached(Future<Void> inner) {
    Waker[] first = new Waker[1];
    return context -> {
      if (first[0] == null) {
        first[0] = context.waker().clone();
      }
      return inner.poll(context.with(first[0]));
    };
  }

  // Busy loops that do something, of which nothing comes.

  private static Stream<Patient> restless() {
    return Stream.of(
        patient(
            BUSY_LOOP,
            "reads on at the end of file",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
              pair.friend().close();
              bed.runtime.spawn(
                  context -> {
                    io.pollRead(context, bed.memory, 0, 8);
                    return again(context);
                  });
            }),
        patient(
            BUSY_LOOP,
            "asks an epoll that always has the same to tell",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Epoll own = bed.epoll();
              own.addInterest(pair.guest(), new Token(7), WRITABLE);
              Registration io = bed.handle.register(own.fd(), READABLE);
              Events events = new Events(4);
              bed.runtime.spawn(
                  context -> {
                    io.pollIo(
                        context, Direction.READ, () -> own.wait(events, 0) == 0 ? null : events);
                    return again(context);
                  });
            }),
        patient(
            BUSY_LOOP,
            "tries again at once what fails at once",
            bed -> {
              Registration io = bed.handle.register(bed.pair().guest(), WRITABLE);
              bed.runtime.spawn(
                  io.asyncIo(WRITABLE, RarePatients::refuses)
                      .orElse(failed -> RarePatients::again));
            }),
        patient(
            BUSY_LOOP,
            "sleeps no time between its looks",
            bed ->
                bed.runtime.spawn(
                    Future.loop(() -> bed.handle.sleep(Duration.ZERO).map(slept -> true)))));
  }

  // Woken before stored, by another task and by another thread.

  private static Stream<Patient> early() {
    return Stream.of(
        patient(
            WOKEN_BEFORE_STORED,
            "checks at one poll and leaves its waker at the next",
            bed -> {
              boolean[] done = new boolean[1];
              Waker[] waiting = new Waker[1];
              int[] polls = new int[1];
              bed.runtime.spawn(
                  (Context context) -> {
                    if (polls[0]++ == 0) {
                      return done[0] ? Poll.ready(null) : again(context);
                    }
                    waiting[0] = context.waker().clone();
                    return Poll.pending();
                  });
              bed.runtime.spawn(
                  context -> {
                    done[0] = true;
                    if (waiting[0] != null) {
                      waiting[0].wake();
                    }
                    return Poll.ready(null);
                  });
            }),
        patient(
            WOKEN_BEFORE_STORED,
            "checks, is overtaken by a thread, and leaves its waker",
            bed -> {
              boolean[] done = new boolean[1];
              Waker[] waiting = new Waker[1];
              Thread thread = new Thread(() -> tells(done, waiting), "teller");
              bed.runtime.spawn(
                  context -> {
                    if (done[0]) {
                      return Poll.ready(null);
                    }
                    thread.start();
                    thread.join();
                    waiting[0] = context.waker().clone();
                    return Poll.pending();
                  });
            }),
        patient(
            WOKEN_BEFORE_STORED,
            "lets another task ring the slot between check and store",
            bed -> {
              WakerSlot slot = new WakerSlot();
              int[] polls = new int[1];
              bed.runtime.spawn(
                  (Context context) -> {
                    if (polls[0]++ == 0) {
                      return again(context);
                    }
                    slot.store(context.waker());
                    return Poll.pending();
                  });
              bed.runtime.spawn(
                  context -> {
                    slot.wake();
                    return Poll.ready(null);
                  });
            }));
  }

  private static Void refuses() throws IOException {
    throw new IOException("refused");
  }

  private static Poll<Void> again(Context context) {
    context.waker().wakeByRef();
    return Poll.pending();
  }

  private static void tells(boolean[] done, Waker[] waiting) {
    done[0] = true;
    if (waiting[0] != null) {
      waiting[0].wake();
    }
  }

  // Two ailments at once.

  private static Stream<Patient> lost() {
    return Stream.of(
        patient(
            NEVER_REGISTERED,
            "reads by hand from a descriptor that is registered, and leaves its waker elsewhere",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              bed.handle.register(pair.guest(), READABLE);
              Deque<Waker> drawer = new ArrayDeque<>();
              bed.runtime.spawn(
                  context -> {
                    if (pair.guest().read(bed.memory, 0, 8) == Fd.WOULD_BLOCK) {
                      drawer.add(context.waker().clone());
                      return Poll.pending();
                    }
                    return Poll.ready(null);
                  });
              bed.rest();
              bed.says(pair, 1);
            }));
  }
}
