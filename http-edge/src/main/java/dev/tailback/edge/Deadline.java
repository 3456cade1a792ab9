package dev.tailback.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What happens to a connection if the step it is in does not end in time. One at a time; a new one replaces the last.
 */
final class Deadline {
    private Future<?> waiting;

    void set(ChannelHandlerContext context, Duration within, Runnable otherwise) {
        cancel();
        waiting = context.executor().schedule(otherwise, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
    }
}
