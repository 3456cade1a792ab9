package dev.tailback.verification.torture.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private final AtomicLong now = new AtomicLong(1);
    private final RedisMemory redis = new RedisMemory(now::get);
    private final Traffic traffic = new Traffic(new LateWrites(1), redis);

    @Test
    void two_calls_of_one_contract_at_a_time_are_seen() {
        traffic.begun("worker 1", Set.of("A", "B"), 3);
        traffic.begun("worker 2", Set.of("B", "C"), 2);

        assertEquals(1, traffic.clashes().size());
        assertTrue(
                traffic.clashes().get(0).contains("contract B was in a call of worker 2 while a call of worker 1"),
                traffic.clashes()::toString);
        assertEquals(2, traffic.calls());
        assertEquals(5, traffic.records());
    }

    @Test
    void who_holds_a_contract_is_unsure_until_a_lease_after_redis_forgot_it() {
        traffic.begun("worker 1", Set.of("A"), 1);
        redis.lose();
        traffic.begun("worker 2", Set.of("A"), 1);
        redis.beginAnew(Duration.ofSeconds(7));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        traffic.begun("worker 3", Set.of("A"), 1);

        assertEquals(List.of(), traffic.clashes());
        assertEquals(2, traffic.forgotten());

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        traffic.begun("worker 1", Set.of("A"), 1);
        assertEquals(1, traffic.clashes().size());
    }

    @Test
    void one_call_after_the_other_is_as_it_should_be() {
        traffic.begun("worker 1", Set.of("A"), 1).run();
        Runnable second = traffic.begun("worker 2", Set.of("A"), 1);
        traffic.begun("worker 1", Set.of("B"), 1);
        second.run();

        assertEquals(List.of(), traffic.clashes());
    }
}
