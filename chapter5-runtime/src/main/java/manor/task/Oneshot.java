package manor.task;

import java.util.concurrent.CancellationException;

/**
 * A channel for one value: one task sends it, another waits for it. So a task that asks another to
 * do something hears what came of it.
 *
 * <p>Invariants: the value reaches the receiver, or the sender is told that it did not; a receiver
 * whose sender leaves without a word is woken, and fails. The value is there before the wake.
 *
 * <p>Threads: any; at each end one at a time.
 *
 * @param <T> what is sent
 */
public final class Oneshot<T> {
  private final Sender sender = new Sender();
  private final Receiver receiver = new Receiver();
  private final WakerSlot waiting = new WakerSlot("a oneshot's value");
  private T value;
  private boolean sent;
  private boolean senderLeft;
  private boolean receiverLeft;

  /** The end that sends. */
  public Sender sender() {
    return sender;
  }

  /** The end that waits. */
  public Receiver receiver() {
    return receiver;
  }

  private synchronized boolean put(T offered) {
    if (senderLeft) {
      throw new IllegalStateException("a oneshot is sent once, by one who has not left");
    }
    senderLeft = true;
    sent = !receiverLeft;
    value = sent ? offered : null;
    return sent;
  }

  private synchronized Poll<T> look() {
    if (receiverLeft) {
      throw new IllegalStateException("polled after its end");
    }
    if (sent) {
      return Poll.ready(value);
    }
    if (senderLeft) {
      throw new CancellationException("the sender left without sending");
    }
    return Poll.pending();
  }

  private synchronized void senderLeaves() {
    senderLeft = true;
  }

  private synchronized void receiverLeaves() {
    receiverLeft = true;
    value = null;
  }

  private synchronized boolean isWanted() {
    return !receiverLeft;
  }

  /** The end that sends. Who will not send after all closes it. */
  public final class Sender implements AutoCloseable {
    private Sender() {}

    /**
     * Sends, once.
     *
     * @return false if the receiver has left: the value is nobody's
     * @throws IllegalStateException the second time, and after {@link #close}
     */
    public boolean send(T value) {
      boolean taken = put(value);
      waiting.wake();
      return taken;
    }

    /** Whether somebody may still receive it. If not, the work for it can be spared. */
    public boolean isWanted() {
      return Oneshot.this.isWanted();
    }

    /** Leaves. After {@link #send} that changes nothing. */
    @Override
    public void close() {
      senderLeaves();
      waiting.wake();
    }
  }

  /** The future of the value. It fails with CancellationException if the sender left without. */
  public final class Receiver implements Future<T> {
    private Receiver() {}

    @Override
    public Poll<T> poll(Context context) {
      try {
        Poll<T> poll = look();
        if (poll.isPending()) {
          waiting.store(context.waker());
          poll = look();
        }
        if (poll.isReady()) {
          drop();
        }
        return poll;
      } catch (CancellationException nothingWillCome) {
        drop();
        throw nothingWillCome;
      }
    }

    /** Wants it no more. */
    @Override
    public void drop() {
      receiverLeaves();
      waiting.clear();
    }
  }
}
