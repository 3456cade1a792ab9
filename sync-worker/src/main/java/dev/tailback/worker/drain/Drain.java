package dev.tailback.worker.drain;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Empties the queue into Salesforce. One thread asks the circuit breaker and the pace, takes a batch, or the batches of
 * a long backlog, and hands them to a free sender; there are as many senders as calls may be in flight. A sender sends
 * what it gets and settles it. While the circuit is open, nothing is sent; half-open, one record is sent as a probe.
 */
@Singleton
public final class Drain {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration FIRST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final NextWork next;
    private final Senders senders;
    private final SendOrGather sendOrGather;
    private final ReadProbe idle;
    private final Waiting waiting;
    private Duration rest = Duration.ZERO;

    private record Job(Work work, Permission permission) {}

    Drain(NextWork next, Senders senders, SendOrGather sendOrGather, ReadProbe idle, Waiting waiting) {
        this.next = next;
        this.senders = senders;
        this.sendOrGather = sendOrGather;
        this.idle = idle;
        this.waiting = waiting;
    }

    /** One round: waits for a free sender, for the circuit breaker, the pace and for work; a few seconds in all. */
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
        Permission permission = sendOrGather.ask();
        Optional<Duration> wait = permission.waitBefore();
        if (wait.isPresent()) {
            waiting.forChange(mark, shorter(wait.get(), LONGEST_REST));
            return Optional.empty();
        }
        return take(permission).map(work -> new Job(work, permission));
    }

    private void handOver(Job job) {
        try {
            senders.send(job.work(), job.permission());
        } catch (RuntimeException | Error unexpected) {
            sendOrGather.released(job.permission());
            throw unexpected;
        }
    }

    // Every permission goes back to the circuit breaker, also after an error: it would wait for a lost probe for ever.
    private Optional<Work> take(Permission permission) {
        try {
            Optional<Work> taken = next.take(permission);
            rest = Duration.ZERO;
            taken.ifPresentOrElse(work -> sendOrGather.taken(), () -> idle.use(permission));
            return taken;
        } catch (QueueUnavailable down) {
            // NextBatch has logged it.
            sendOrGather.released(permission);
        } catch (RuntimeException | Error unexpected) {
            sendOrGather.released(permission);
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
