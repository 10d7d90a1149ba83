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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import manor.epoll.Epoll;
import manor.epoll.Events;
import manor.epoll.Token;
import manor.io.PollEvented;
import manor.io.Readiness;
import manor.io.ReadyEvent;
import manor.io.Registration;
import manor.runtime.JoinHandle;
import manor.syscall.Fd;
import manor.task.Context;
import manor.task.Future;
import manor.task.Notify;
import manor.task.Poll;
import manor.task.Waker;
import manor.task.WakerSlot;

/** Broken programs of every kind, in many hands. */
final class Patients {
  private Patients() {}

  /**
   * A broken program.
   *
   * @param what it does
   * @param ailment what is wrong with it
   * @param program itself
   */
  record Patient(String what, Ailment ailment, Sickbed.Program program) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Patient patient(Ailment ailment, String what, Sickbed.Program program) {
    return new Patient(what, ailment, program);
  }

  static Stream<Patient> all() {
    return Stream.of(
            neverRegistered(),
            staleWaker(),
            wokenBeforeStored(),
            edgeNotDrained(),
            clearedStale(),
            oneshot(),
            busy(),
            dropped())
        .flatMap(s -> s);
  }

  // Never registered.

  private static Stream<Patient> neverRegistered() {
    return Stream.of(
        patient(
            NEVER_REGISTERED,
            "answers Pending and that is all",
            bed -> bed.runtime.spawn(context -> Poll.pending())),
        patient(
            NEVER_REGISTERED,
            "reads by hand and trusts in luck",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              bed.runtime.spawn(
                  context ->
                      pair.guest().read(bed.memory, 0, 8) == Fd.WOULD_BLOCK
                          ? Poll.pending()
                          : Poll.ready(null));
            }),
        patient(
            NEVER_REGISTERED,
            "keeps wakers by descriptor and tells no epoll of them",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Map<Integer, Waker> waiting = new HashMap<>();
              bed.runtime.spawn(
                  context -> {
                    if (pair.guest().read(bed.memory, 0, 8) == Fd.WOULD_BLOCK) {
                      waiting.put(pair.guest().number(), context.waker().clone());
                      return Poll.pending();
                    }
                    return Poll.ready(null);
                  });
            }),
        patient(
            NEVER_REGISTERED,
            "waits to write what it registered to read",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration only = bed.handle.register(pair.guest(), READABLE);
              bed.runtime.spawn(only.readiness(WRITABLE));
            }),
        patient(
            NEVER_REGISTERED,
            "makes a timer and forgets to poll it",
            bed -> {
              Future<Void> sleep = bed.handle.sleep(Duration.ofMillis(5));
              bed.runtime.spawn(context -> sleep == null ? Poll.ready(null) : Poll.pending());
            }),
        patient(
            NEVER_REGISTERED,
            "looks at what is known, once, and too early",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration known = bed.handle.register(pair.guest(), READABLE);
              bed.says(pair, 3);
              boolean[] looked = new boolean[1];
              bed.runtime.spawn(
                  context -> {
                    if (!looked[0] && known.peek().bits() != 0) {
                      return Poll.ready(null);
                    }
                    looked[0] = true;
                    return Poll.pending();
                  });
            }),
        patient(
            NEVER_REGISTERED,
            "closes the number under the registration",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration gone = bed.handle.register(pair.guest(), READABLE);
              bed.runtime.spawn(gone.readiness(READABLE));
              bed.runtime.spawn(
                  context -> {
                    pair.guest().close();
                    return Poll.ready(null);
                  });
            }));
  }

  // Stale waker.

  /** Keeps the first waker it sees, whoever polls it later. */
  private static final class Mailbox implements Future<String> {
    private final AtomicReference<String> letter = new AtomicReference<>();
    private Waker first;

    @Override
    public Poll<String> poll(Context context) {
      if (letter.get() != null) {
        return Poll.ready(letter.get());
      }
      if (first == null) {
        first = context.waker().clone();
      }
      return Poll.pending();
    }

    void put(String text) {
      letter.set(text);
      first.wakeByRef();
    }
  }

  private static Stream<Patient> staleWaker() {
    return Stream.of(
        patient(
            STALE_WAKER,
            "is polled once by a task that ends, then by another",
            bed -> {
              Mailbox box = new Mailbox();
              bed.runtime.blockOn(context -> Poll.ready(box.poll(context).isReady()));
              bed.runtime.spawn(box);
              bed.rest();
              box.put("tea");
            }),
        patient(
            STALE_WAKER,
            "is handed on by a task that waits for the other",
            bed -> {
              Mailbox box = new Mailbox();
              List<JoinHandle<String>> child = new ArrayList<>();
              bed.runtime.spawn(
                  (Context context) -> {
                    if (child.isEmpty()) {
                      box.poll(context);
                      child.add(bed.runtime.spawn(box));
                    }
                    return child.get(0).poll(context);
                  });
              bed.rest();
              box.put("tea");
            }),
        patient(
            STALE_WAKER,
            "keeps a waker of a task that has ended, and nothing has come yet",
            bed -> {
              Mailbox box = new Mailbox();
              bed.runtime.blockOn(context -> Poll.ready(box.poll(context).isReady()));
              bed.runtime.spawn(box);
            }),
        patient(
            STALE_WAKER,
            "lends its inner future a waker from an earlier task",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              AtomicReference<Waker> old = new AtomicReference<>();
              bed.runtime.blockOn(
                  context -> {
                    old.set(context.waker().clone());
                    return Poll.ready(null);
                  });
              Readiness readable = io.readiness(READABLE);
              bed.runtime.spawn(context -> readable.poll(context.with(old.get())));
              bed.rest();
              bed.says(pair, 1);
            }));
  }

  // Woken before stored.

  /** A door that opens while somebody is about to knock. */
  private static final class Door {
    private boolean open;
    private Waker waiting;

    void unlock() {
      open = true;
      if (waiting != null) {
        waiting.wake();
      }
    }

    Future<Void> opened(Runnable meanwhile) {
      return context -> {
        if (open) {
          return Poll.ready(null);
        }
        meanwhile.run();
        waiting = context.waker().clone();
        return Poll.pending();
      };
    }
  }

  private static Stream<Patient> wokenBeforeStored() {
    return Stream.of(
        patient(
            WOKEN_BEFORE_STORED,
            "starts what ends at once, and then leaves its waker",
            bed -> {
              Door door = new Door();
              bed.runtime.spawn(door.opened(door::unlock));
            }),
        patient(
            WOKEN_BEFORE_STORED,
            "checks, is overtaken, and stores in a slot",
            bed -> {
              WakerSlot slot = new WakerSlot();
              boolean[] done = new boolean[1];
              bed.runtime.spawn(
                  context -> {
                    if (done[0]) {
                      return Poll.ready(null);
                    }
                    done[0] = true;
                    slot.wake();
                    slot.store(context.waker());
                    return Poll.pending();
                  });
            }),
        patient(
            WOKEN_BEFORE_STORED,
            "asks for the bell after it was rung for all",
            bed -> {
              Notify bell = new Notify();
              bed.runtime.blockOn(
                  context -> {
                    bell.notifyWaiters();
                    return Poll.ready(null);
                  });
              bed.runtime.spawn(bell.notified());
            }),
        patient(
            WOKEN_BEFORE_STORED,
            "looks at what is known, is overtaken, and leaves its waker in a field",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              Deque<Waker> field = new ArrayDeque<>();
              int[] polls = new int[1];
              bed.runtime.spawn(
                  context -> {
                    if (polls[0] == 0 && io.peek().bits() == 0) {
                      bed.says(pair, 1);
                    }
                    if (polls[0]++ < 70) {
                      Sickbed.yields(context);
                      return Poll.pending();
                    }
                    field.add(context.waker().clone());
                    return Poll.pending();
                  });
            }));
  }

  // Edge not drained.

  private static Sickbed.Program readsOnceAndClears(boolean quiet) {
    return bed -> {
      Sickbed.Pair pair = bed.pair(quiet ? bed.quiet : bed.handle.kernel());
      Registration io = bed.handle.register(pair.guest(), READABLE);
      bed.says(pair, 10);
      bed.runtime.spawn(
          Future.loop(
              () ->
                  io.readiness(READABLE)
                      .map(
                          (ReadyEvent event) -> {
                            pair.guest().read(bed.memory, 0, 4);
                            return io.clearReadiness(event);
                          })));
    };
  }

  private static Stream<Patient> edgeNotDrained() {
    return Stream.of(
        patient(EDGE_NOT_DRAINED, "reads once and waits again", readsOnceAndClears(false)),
        patient(EDGE_NOT_DRAINED, "does so where no call is heard", readsOnceAndClears(true)),
        patient(
            EDGE_NOT_DRAINED,
            "says that it would block when it only wants more",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
              bed.says(pair, 10);
              int[] got = new int[1];
              bed.runtime.spawn(
                  io.registration()
                      .asyncIo(
                          READABLE,
                          () -> {
                            got[0] += pair.guest().read(bed.memory, 0, 4);
                            return got[0] < 10 ? null : got[0];
                          }));
            }),
        patient(
            EDGE_NOT_DRAINED,
            "has an epoll of its own, with edges, and reads once",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Epoll own = bed.epoll();
              own.addInterest(pair.guest(), new Token(7), READABLE.edge());
              Registration io = bed.handle.register(own.fd(), READABLE);
              Events events = new Events(4);
              bed.says(pair, 10);
              bed.runtime.spawn(
                  Future.loop(
                      () ->
                          io.asyncIo(READABLE, () -> own.wait(events, 0) == 0 ? null : events)
                              .map(told -> pair.guest().read(bed.memory, 0, 4) > 0)));
            }));
  }

  // Cleared with a stale tick.

  /** Reads all there is, is overtaken by news, and takes away what is known by then. */
  private static Sickbed.Program clearsWhatIsKnownByNow(boolean quiet, boolean invented) {
    return bed -> {
      Sickbed.Pair pair = bed.pair(quiet ? bed.quiet : bed.handle.kernel());
      Registration io = bed.handle.register(pair.guest(), READABLE);
      bed.says(pair, 3);
      Readiness again = io.readiness(READABLE);
      int[] polls = new int[1];
      bed.runtime.spawn(
          context -> {
            if (io.peek().bits() == 0 && polls[0] == 0) {
              Sickbed.yields(context);
              return Poll.pending();
            }
            if (polls[0]++ == 0) {
              while (pair.guest().read(bed.memory, 0, 2) > 0) {
                continue;
              }
              bed.says(pair, 1);
            }
            if (polls[0] < 80) {
              Sickbed.yields(context);
              return Poll.pending();
            }
            ReadyEvent now = io.peek();
            io.clearReadiness(invented ? new ReadyEvent(1, now.tick(), false) : now);
            return again.poll(context);
          });
    };
  }

  private static Stream<Patient> clearedStale() {
    return Stream.of(
        patient(
            CLEARED_STALE, "takes away what is known by now", clearsWhatIsKnownByNow(false, false)),
        patient(
            CLEARED_STALE,
            "takes away an event of its own invention",
            clearsWhatIsKnownByNow(false, true)),
        patient(
            CLEARED_STALE, "does so where no call is heard", clearsWhatIsKnownByNow(true, false)));
  }

  // Oneshot not re-armed.

  private static Stream<Patient> oneshot() {
    return Stream.of(
        patient(
            ONESHOT_NOT_REARMED,
            "registers a oneshot with the driver",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE.oneshot());
              bed.runtime.spawn(
                  Future.loop(() -> io.read(bed.memory, 0, 8).map(count -> count > 0)));
              bed.rest();
              bed.says(pair, 1);
            }),
        patient(
            ONESHOT_NOT_REARMED,
            "has it told, both ways, before anyone waits",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(
                      bed.handle, pair.guest(), pair.guest(), PollEvented.BOTH_WAYS.oneshot());
              bed.rest();
              bed.runtime.spawn(context -> io.pollRead(context, bed.memory, 0, 8));
              bed.rest();
              bed.says(pair, 1);
            }),
        patient(
            ONESHOT_NOT_REARMED,
            "has an epoll of its own under the driver's",
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
                              .map(told -> pair.guest().read(bed.memory, 0, 4) > 0)));
              bed.rest();
              bed.says(pair, 1);
            }),
        patient(
            ONESHOT_NOT_REARMED,
            "has a thread that waits on an epoll of its own",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Epoll own = bed.epoll();
              own.addInterest(pair.guest(), new Token(7), READABLE.oneshot());
              Deque<Waker> field = new ArrayDeque<>();
              bed.runtime.spawn(
                  context -> {
                    while (pair.guest().read(bed.memory, 0, 4) > 0) {
                      continue;
                    }
                    field.add(context.waker().clone());
                    return Poll.pending();
                  });
              bed.rest();
              bed.says(pair, 1);
              Thread steward = new Thread(() -> tellOnce(own, field), "steward");
              steward.start();
              steward.join();
              bed.rest();
              bed.says(pair, 1);
            }));
  }

  private static void tellOnce(Epoll own, Deque<Waker> field) {
    try {
      if (own.wait(new Events(4), 0) > 0) {
        field.remove().wake();
      }
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  // Busy loop.

  private static Stream<Patient> busy() {
    return Stream.of(
        patient(
            BUSY_LOOP,
            "wakes itself to look again",
            bed ->
                bed.runtime.spawn(
                    context -> {
                      Sickbed.yields(context);
                      return Poll.pending();
                    })),
        patient(
            BUSY_LOOP,
            "asks the kernel again and again",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              bed.runtime.spawn(
                  context -> {
                    if (pair.guest().read(bed.memory, 0, 8) == Fd.WOULD_BLOCK) {
                      Sickbed.yields(context);
                      return Poll.pending();
                    }
                    return Poll.ready(null);
                  });
            }),
        patient(
            BUSY_LOOP,
            "goes round a loop that never waits",
            bed -> bed.runtime.spawn(Future.loop(() -> Future.ready(true)))),
        patient(
            BUSY_LOOP,
            "waits for readiness, does nothing with it, and waits again",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              bed.says(pair, 3);
              bed.runtime.spawn(Future.loop(() -> io.readiness(READABLE).map(event -> true)));
            }),
        patient(
            BUSY_LOOP,
            "asks an epoll of its own without ever waiting",
            bed -> {
              Epoll own = bed.epoll();
              Events events = new Events(4);
              bed.runtime.spawn(
                  context -> {
                    if (own.wait(events, 0) == 0) {
                      context.waker().clone().wake();
                      return Poll.pending();
                    }
                    return Poll.ready(null);
                  });
            }));
  }

  // Waker dropped.

  private static Stream<Patient> dropped() {
    return Stream.of(
        patient(
            WAKER_DROPPED,
            "clones its waker and drops it",
            bed ->
                bed.runtime.spawn(
                    context -> {
                      context.waker().clone().drop();
                      return Poll.pending();
                    })),
        patient(
            WAKER_DROPPED,
            "drops the future that waits before it answers",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              Registration io = bed.handle.register(pair.guest(), READABLE);
              bed.runtime.spawn(
                  context -> {
                    Readiness readable = io.readiness(READABLE);
                    Poll<ReadyEvent> poll = readable.poll(context);
                    readable.drop();
                    return poll;
                  });
              bed.rest();
              bed.says(pair, 1);
            }),
        patient(
            WAKER_DROPPED,
            "shares the slot of a direction with another task",
            bed -> {
              Sickbed.Pair pair = bed.pair();
              PollEvented<Fd> io =
                  new PollEvented<>(bed.handle, pair.guest(), pair.guest(), READABLE);
              bed.runtime.spawn(context -> io.pollRead(context, bed.memory, 0, 1));
              bed.runtime.spawn(context -> io.pollRead(context, bed.memory, 8, 1));
            }),
        patient(
            WAKER_DROPPED,
            "has its slot cleared by somebody else",
            bed -> {
              WakerSlot slot = new WakerSlot();
              bed.runtime.spawn(
                  context -> {
                    slot.store(context.waker());
                    return Poll.pending();
                  });
              bed.rest();
              bed.runtime.blockOn(
                  context -> {
                    slot.clear();
                    return Poll.ready(null);
                  });
            }),
        patient(
            WAKER_DROPPED,
            "drops what it waits for at the second poll",
            bed -> {
              Notify bell = new Notify();
              Future<Void> rung = bell.notified();
              int[] polls = new int[1];
              bed.runtime.spawn(
                  context -> {
                    if (polls[0]++ > 0) {
                      rung.drop();
                      return Poll.pending();
                    }
                    Sickbed.yields(context);
                    return rung.poll(context);
                  });
            }));
  }
}
