package manor.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import manor.epoll.Interest;
import manor.epoll.Token;
import manor.http.RequestContext.State;
import manor.syscall.ErrnoException;
import manor.syscall.Linux;
import manor.syscall.Socket;

/** A client and its connection, at a {@link Reception}; the test plays the reactor too. */
final class Guest {
  final ScriptedKernel.Wire wire;
  final RequestContext context;
  private final Reception reception;

  Guest(Reception reception, long key) {
    this.reception = reception;
    try {
      Socket socket = Socket.open(reception.kernel, Linux.AF_INET, Linux.SOCK_STREAM);
      this.wire = reception.kernel.newest();
      this.context = new RequestContext(reception.desk, socket, new Token(key));
    } catch (ErrnoException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Sends one segment, which is served at once. */
  Guest sends(String text) {
    wire.arrives(ParserFeed.bytes(text));
    return served();
  }

  /** Sends a byte at a time, each of which is served at once. */
  Guest sendsSlowly(String text) {
    text.chars().forEach(c -> sends(String.valueOf((char) c)));
    return this;
  }

  /** Sends no more. */
  Guest ends() {
    wire.ends();
    return served();
  }

  /** Makes room for so many bytes, and so much is sent. */
  Guest takes(long bytes) {
    wire.room(bytes);
    return served();
  }

  /** Callbacks, as long as a level-triggered wait tells of this connection. */
  Guest served() {
    for (int turns = 0; wire.isReady(); turns++) {
      assertTrue(turns < 10_000, "it is told that it is ready and does nothing about it");
      if (context.state() == State.ANSWERING) {
        context.writeCallback(reception.epoll);
      } else {
        context.readCallback(reception.epoll);
      }
    }
    reception.admitWaiting();
    assertTrue(context.state() != State.CLOSED || !wire.isOpen(), "closed but not closed");
    assertTrue(wanted() == context.interest() || !wire.isOpen(), "waits for the wrong thing");
    return this;
  }

  private Interest wanted() {
    return switch (context.state()) {
      case ANSWERING -> Interest.WRITABLE;
      case WAITING -> Interest.NONE;
      default -> Interest.READABLE;
    };
  }

  /** What has been answered since last asked. */
  String received() {
    return wire.sent();
  }

  State state() {
    return context.state();
  }
}
