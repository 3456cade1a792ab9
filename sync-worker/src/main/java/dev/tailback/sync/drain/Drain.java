package dev.tailback.sync.drain;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.sync.outage.OutageGate;
import dev.tailback.sync.outage.Turn;
import dev.tailback.sync.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue into Salesforce. One thread asks the gate, takes a batch and hands it to one of as many senders as calls may be in flight; a sender
 * sends and settles it. While Salesforce cannot be written to, the gate lets one record through at a time, as a probe.
 */
@Singleton
public final class Drain {
    private static final Logger log = LoggerFactory.getLogger(Drain.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FIRST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final int ONE_RECORD = 1;

    private final NextBatch next;
    private final Senders senders;
    private final OutageGate gate;
    private final IdleProbe idle;
    private final Waiting waiting;
    private final int batchSize;
    private Duration rest = Duration.ZERO;

    Drain(NextBatch next, Senders senders, OutageGate gate, IdleProbe idle, Waiting waiting, DrainSettings settings) {
        this.next = next;
        this.senders = senders;
        this.gate = gate;
        this.idle = idle;
        this.waiting = waiting;
        this.batchSize = settings.batchSize();
    }

    /** Until the worker stops. */
    public void run() {
        try {
            while (!waiting.isStopped()) {
                if (senders.awaitFree(LOOK_AGAIN)) {
                    round();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        long mark = waiting.mark();
        Turn turn = gate.turn();
        boolean sending = false;
        if (turn instanceof Turn.Wait wait) {
            waiting.forChange(mark, wait.time());
        } else {
            sending = send(turn);
        }
        if (!sending) {
            senders.notNeeded();
        }
    }

    private boolean send(Turn turn) {
        Optional<Taken> taken = take(turn);
        taken.ifPresent(batch -> senders.send(batch, turn));
        return taken.isPresent();
    }

    private Optional<Taken> take(Turn turn) {
        try {
            Optional<Taken> taken = next.take(turn instanceof Turn.Probe ? ONE_RECORD : batchSize);
            rest = Duration.ZERO;
            if (taken.isEmpty()) {
                idle.use(turn);
            }
            return taken;
        } catch (QueueUnavailable down) {
            // Told by whoever asked the queue.
        } catch (RuntimeException unexpected) {
            log.error("Taking work from the queue failed unexpectedly; trying again", unexpected);
        }
        gate.returned(turn);
        rest();
        return Optional.empty();
    }

    private void rest() {
        rest = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
        rest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        waiting.rest(rest);
    }
}
