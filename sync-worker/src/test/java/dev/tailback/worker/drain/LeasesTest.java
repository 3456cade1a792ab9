package dev.tailback.worker.drain;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Batch;
import dev.tailback.testkit.SettableClock;
import dev.tailback.testservices.TestServices;
import dev.tailback.usage.UsageBatch;
import dev.tailback.worker.QueueUnderTest;
import dev.tailback.worker.UsageRecords;
import dev.tailback.worker.loops.Failures;
import dev.tailback.worker.loops.SignsOfLife;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Duration CALL = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock();
    private final QueueUnderTest queue = new QueueUnderTest(TestServices.emptyRedis());
    private final Leases leases = new Leases(
            queue.queue(),
            DrainSettings.standard(CALL).withLease(LEASE),
            clock,
            new SignsOfLife(clock),
            new Failures(new SimpleMeterRegistry(), clock));

    @AfterEach
    void close() {
        leases.close();
        queue.close();
    }

    @Test
    void the_batch_of_a_sender_that_hangs_can_be_taken_by_another() {
        queue.rebuilt(UsageRecords.usagesOf(1, 1).get(0));
        Batch taken = assertInstanceOf(Batch.class, queue.queue().take("of-the-hanging-sender", 200, LEASE));
        UsageBatch batch = UsageBatch.of(taken);
        Lease lease = leases.hold(batch, clock.instant());
        assertTrue(lease.covers(CALL));

        clock.advance(Duration.ofMinutes(10));

        await().until(() -> queue.queue().take("of-another", 200, LEASE) instanceof Batch);
        lease.extendTo(clock.instant().plusSeconds(60));
        assertFalse(lease.covers(CALL), "the sender that hung must not send it again");
    }
}
