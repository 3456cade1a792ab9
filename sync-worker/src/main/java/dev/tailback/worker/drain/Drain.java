package dev.tailback.worker.drain;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.worker.outage.OutageGate;
import dev.tailback.worker.outage.Turn;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Empties the queue into Salesforce. One thread asks the gate, takes a batch and hands it to one of as many senders as calls may be in flight; a sender
 * sends and settles it. While Salesforce cannot be written to, the gate lets one record through at a time, as a probe.
 */
@Singleton
public final class Drain {
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

    private record Job(Taken taken, Turn turn) {}

    Drain(NextBatch next, Senders senders, OutageGate gate, IdleProbe idle, Waiting waiting, DrainSettings settings) {
        this.next = next;
        this.senders = senders;
        this.gate = gate;
        this.idle = idle;
        this.waiting = waiting;
        this.batchSize = settings.batchSize();
    }

    /** One round: waits for a free sender, for the gate and for work, for a few seconds in all. */
    public void round() throws InterruptedException {
        if (senders.awaitFree(LOOK_AGAIN)) {
            boolean handedOver = false;
            try {
                Optional<Job> job = job();
                handedOver = job.isPresent();
                job.ifPresent(this::handOver);
            } finally {
                if (!handedOver) {
                    senders.notNeeded();
                }
            }
        }
    }

    private Optional<Job> job() {
        long mark = waiting.mark();
        Turn turn = gate.turn();
        if (turn instanceof Turn.Wait wait) {
            waiting.forChange(mark, shorter(wait.time(), LONGEST_REST));
            return Optional.empty();
        }
        return take(turn).map(taken -> new Job(taken, turn));
    }

    private void handOver(Job job) {
        try {
            senders.send(job.taken(), job.turn());
        } catch (RuntimeException | Error unexpected) {
            gate.returned(job.turn());
            throw unexpected;
        }
    }

    // The gate hears of every turn it gave, whatever happens: it would wait for a lost probe for ever.
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
            gate.returned(turn);
        } catch (RuntimeException | Error unexpected) {
            gate.returned(turn);
            throw unexpected;
        }
        rest();
        return Optional.empty();
    }

    private void rest() {
        rest = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
        rest = shorter(rest, LONGEST_REST);
        waiting.rest(rest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
