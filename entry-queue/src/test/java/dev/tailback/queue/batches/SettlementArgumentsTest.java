package dev.tailback.queue.batches;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Batch;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlementArgumentsTest {
    private static final UUID ENTRY = new UUID(0, 1);

    @Test
    void every_kind_of_settlement_is_known_to_the_script() {
        for (Class<?> kind : alternativesOf(Settlement.class).toList()) {
            Settlement settlement = switch (kind.getSimpleName()) {
                case "Accepted" -> new Settlement.Accepted(ENTRY, 1, "a0U", OptionalLong.empty());
                case "Stale" -> new Settlement.Stale(ENTRY, 1, "newer");
                case "RetryLater" -> new Settlement.RetryLater(ENTRY, 1, 1, Duration.ofSeconds(1), "row_busy", "busy");
                case "Parked" -> new Settlement.Parked(ENTRY, 1, 1, "usage_locked", "locked");
                case "ParkedUnreadable" -> new Settlement.ParkedUnreadable(ENTRY.toString(), "unreadable", "damaged");
                default -> throw new AssertionError("decide the fate of " + kind);
            };
            QueueEntry record = new QueueEntry(ENTRY, "800A", 1, "payload", 0);
            Batch batch = new Batch("b1", List.of(record), List.of(), Instant.EPOCH);
            HeldBatch held = HeldBatch.of(0, "1-1-1", batch);
            assertTrue(SettlementArguments.of("1", held, List.of(settlement), Map.of()).length > 3);
        }
    }

    private static Stream<Class<?>> alternativesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SettlementArgumentsTest::alternativesOf)
                : Stream.of(type);
    }
}
