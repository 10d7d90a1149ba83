package manor.benchmarks.subject;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Netty with its native epoll transport, one event loop; with NIO where that has no library. */
final class NettySubject {
  private static final int BACKLOG = 4096;

  private NettySubject() {}

  static int openHttp() throws InterruptedException {
    return open(channel -> channel.pipeline().addLast(new HttpServerCodec(), new NettyGreeter()));
  }

  static int openEcho() throws InterruptedException {
    return open(channel -> channel.pipeline().addLast(new Echo()));
  }

  private static int open(Consumer<Channel> pipeline) throws InterruptedException {
    boolean nativeEpoll = Epoll.isAvailable();
    IoHandlerFactory io = nativeEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    Class<? extends ServerChannel> kind =
        nativeEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, io);
    Channel listener =
        new ServerBootstrap()
            .group(group)
            .channel(kind)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline(pipeline))
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final Consumer<Channel> layOut;

    Pipeline(Consumer<Channel> layOut) {
      this.layOut = layOut;
    }

    @Override
    protected void initChannel(Channel channel) {
      layOut.accept(channel);
    }
  }

  /** Says what it hears. */
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.write(message, context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
