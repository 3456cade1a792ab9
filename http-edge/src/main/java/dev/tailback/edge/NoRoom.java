package dev.tailback.edge;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/** Closes a connection for which there is no room, after a 503 if it is told, and reads nothing of what it sends. */
final class NoRoom extends ChannelInboundHandlerAdapter implements NettyServerCustomizer {
    private static final byte[] ANSWER = answer();

    private final Channel channel;
    private final boolean told;
    private boolean done;

    /** @param told whether the connection gets an answer before it is closed */
    NoRoom(Channel channel, boolean told) {
        this.channel = channel;
        this.told = told;
    }

    @Override
    public void onStreamPipelineBuilt() {
        channel.pipeline().addFirst("edge-no-room", this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            end(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        end(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        ReferenceCountUtil.release(bytes);
    }

    private void end(ChannelHandlerContext context) {
        if (done) {
            return;
        }
        done = true;
        if (told) {
            Farewell.after(context.writeAndFlush(Unpooled.wrappedBuffer(ANSWER)), context);
        } else {
            context.close();
        }
    }

    private static byte[] answer() {
        String body = Refusal.NO_ROOM.json("");
        String head =
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nCache-Control: no-store\r\n"
                        + "Content-Type: application/problem+json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
