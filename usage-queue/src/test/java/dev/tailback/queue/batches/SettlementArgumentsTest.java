package dev.tailback.queue.batches;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.records.OutcomeText;
import java.time.Duration;
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
                case "Accepted" -> new Settlement.Accepted(ENTRY, 1, "a0U");
                case "Stale" -> new Settlement.Stale(ENTRY, 1, "newer");
                case "RetryLater" -> new Settlement.RetryLater(ENTRY, 1, 1, Duration.ofSeconds(1), "row_busy", "busy");
                case "Parked" -> new Settlement.Parked(ENTRY, 1, 1, "usage_locked", "locked");
                case "ParkedUnreadable" -> new Settlement.ParkedUnreadable(ENTRY.toString(), "unreadable", "damaged");
                default -> throw new AssertionError("decide the fate of " + kind);
            };
            HeldBatch batch = new HeldBatch(
                    0,
                    "1-1-1",
                    Map.of(ENTRY.toString(), new OutcomeText(ENTRY.toString(), "800A", 1, 0, OptionalLong.empty())));
            assertTrue(SettlementArguments.of("b1", "1", batch, List.of(settlement)).length > 3);
        }
    }

    private static Stream<Class<?>> alternativesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SettlementArgumentsTest::alternativesOf)
                : Stream.of(type);
    }
}
