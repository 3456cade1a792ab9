package dev.tailback.edge;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that its last answer can be read: with bytes unread, closing at once would reset it, and the
 * answer would be lost with it. The other side has a second.
 */
final class Farewell {
    private static final long MILLISECONDS = 1_000;

    private Farewell() {}

    static void after(ChannelFuture written, ChannelHandlerContext context) {
        written.addListener(done -> {
            if (done.isSuccess() && context.channel() instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
                context.read();
                closeSoon(context);
            } else {
                context.close();
            }
        });
    }

    private static void closeSoon(ChannelHandlerContext context) {
        Future<?> close = context.executor().schedule(() -> context.close(), MILLISECONDS, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> close.cancel(false));
    }
}
