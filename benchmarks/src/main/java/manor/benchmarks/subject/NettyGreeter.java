package manor.benchmarks.subject;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Answers in Netty's own way: a message object for each answer, one flush for all of a read. */
final class NettyGreeter extends ChannelInboundHandlerAdapter {
  /** There is one event loop, so all connections may share it. */
  private static final Greeting GREETING = new Greeting();

  private boolean staying;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      staying = HttpUtil.isKeepAlive(request);
    }
    if (message instanceof LastHttpContent) {
      answer(context);
    }
    ReferenceCountUtil.release(message);
  }

  private void answer(ChannelHandlerContext context) {
    HttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(Greeting.BODY));
    response
        .headers()
        .set(HttpHeaderNames.DATE, GREETING.date())
        .set(HttpHeaderNames.CONTENT_TYPE, Greeting.TYPE)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, Greeting.BODY.length);
    ChannelFuture written = context.write(response);
    if (!staying) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  /** Guests who leave in the middle are no reason to write a log. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
