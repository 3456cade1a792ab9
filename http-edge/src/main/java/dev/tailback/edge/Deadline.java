package dev.tailback.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What happens to a connection if the step it is in does not end in time. One at a time; a new one replaces the last.
 */
final class Deadline {
    private Optional<Future<?>> waiting = Optional.empty();

    void set(ChannelHandlerContext context, Duration within, Runnable otherwise) {
        cancel();
        waiting = Optional.of(context.executor().schedule(otherwise, within.toMillis(), TimeUnit.MILLISECONDS));
    }

    void cancel() {
        waiting.ifPresent(end -> end.cancel(false));
        waiting = Optional.empty();
    }
}
