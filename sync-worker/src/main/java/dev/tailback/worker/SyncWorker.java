package dev.tailback.worker;

import dev.tailback.worker.drain.Drain;
import dev.tailback.worker.drain.DrainSettings;
import dev.tailback.worker.drain.Senders;
import dev.tailback.worker.loops.Loops;
import dev.tailback.worker.report.Heartbeat;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's own threads, from the start of the process to a stop that loses nothing: take no more, let calls end,
 * give back the rest.
 */
@Singleton
class SyncWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);
    private static final Duration LAST_REPORT = Duration.ofSeconds(1);

    private final Senders senders;
    private final Loops loops;
    private final DrainSettings settings;
    private final Thread taker;
    private final Thread teller;

    SyncWorker(Drain drain, Senders senders, Heartbeat heartbeat, Loops loops, DrainSettings settings) {
        this.senders = senders;
        this.loops = loops;
        this.settings = settings;
        this.taker = loops.daemon("taker", drain::round, () -> {});
        this.teller = loops.daemon("heartbeat", heartbeat::round, heartbeat::last);
    }

    @EventListener
    void begin(ServerStartupEvent started) {
        taker.start();
        teller.start();
        LOG.info("Draining the usage queue with up to {} calls in flight", senders.most());
    }

    /** Before anything the worker stands on is closed. */
    @EventListener
    void end(ShutdownEvent stopping) {
        loops.stop();
        try {
            taker.join(settings.stopWithin().toMillis() + 1);
            boolean done = senders.finish(settings.stopWithin());
            teller.join(LAST_REPORT.toMillis());
            LOG.info(
                    done
                            ? "Stopped; nothing is in hand"
                            : "Stopped with calls still running: their records are sent again when the lease ends");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
