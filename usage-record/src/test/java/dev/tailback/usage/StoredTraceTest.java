package dev.tailback.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.queue.QueueEntry;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTraceTest {
    private static final UUID ENTRY = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_trace_comes_out_as_it_went_in() {
        UsageRecord followed =
                new UsageRecord(ENTRY, "800", "a01", 2, 3, false, "AD-7", Optional.empty(), 0, Optional.of(TRACE));

        assertEquals(followed, StoredPayload.read(followed.entry()));
    }

    @Test
    void a_record_of_an_older_program_has_none() {
        assertEquals(
                Optional.empty(),
                read("{\"v\":1,\"product\":\"a01\",\"units\":3,\"cancelled\":false,\"ad\":\"AD-7\"}")
                        .trace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "17", "null", "{}", "\"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01\""})
    void what_is_no_trace_never_stops_a_record(String hostile) {
        UsageRecord read =
                read("{\"v\":1,\"product\":\"a01\",\"units\":3,\"cancelled\":false,\"ad\":\"AD-7\",\"trace\":" + hostile
                        + "}");

        assertEquals(Optional.empty(), read.trace());
        assertEquals(3, read.units());
    }

    private static UsageRecord read(String payload) {
        return StoredPayload.read(new QueueEntry(ENTRY, "800", 2, payload, 0));
    }
}
