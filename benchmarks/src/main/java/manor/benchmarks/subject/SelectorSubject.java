package manor.benchmarks.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * What one writes with nothing but the JDK: a thread, a Selector, and as little HTTP as will do.
 */
final class SelectorSubject implements Runnable {
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final Greeting greeting = new Greeting();

  private SelectorSubject(Selector selector, ServerSocketChannel listener) {
    this.selector = selector;
    this.listener = listener;
  }

  static int open() throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    new Thread(new SelectorSubject(selector, listener), "selector").start();
    return listener.socket().getLocalPort();
  }

  @Override
  public void run() {
    try {
      while (true) {
        selector.select(this::serve);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.attachment() instanceof SelectorGuest guest) {
        guest.serve(key);
      } else {
        welcome();
      }
    } catch (IOException gone) {
      key.cancel();
      SelectorGuest.close(key);
    }
  }

  private void welcome() throws IOException {
    SocketChannel channel = listener.accept();
    while (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new SelectorGuest(channel, greeting));
      channel = listener.accept();
    }
  }
}
