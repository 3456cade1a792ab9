package dev.tailback.standalone.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private final Traffic traffic = new Traffic(new LateWrites(1));

    @Test
    void two_calls_of_one_contract_at_a_time_are_seen() {
        traffic.begun("worker 1", Set.of("A", "B"), 3);
        traffic.begun("worker 2", Set.of("B", "C"), 2);

        assertEquals(
                List.of("Contract B was in a call of worker 2 while a call of worker 1 held it."), traffic.clashes());
        assertEquals(2, traffic.calls());
        assertEquals(5, traffic.records());
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
