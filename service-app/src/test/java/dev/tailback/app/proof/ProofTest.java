package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every promise holds on our own schema; what cannot be tried says so. */
class ProofTest {

    @TempDir
    private Path directory;

    @Test
    void every_promise_holds_on_our_own_schema_and_only_cancelled_rows_remain() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = TriedOrg.whole(org).prove();

            assertEquals(Map.of(), tried.not(Seen.Verdict.HELD));
            assertEquals(Promise.values().length, tried.seen().size());
            assertTrue(tried.remains().contains(", 0 of them not cancelled"), tried::remains);
        }
    }

    @Test
    void without_a_fulfilled_contract_and_a_sales_user_it_says_what_was_not_tried() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = TriedOrg.bare(org).prove();

            assertEquals(
                    Set.of("LOCKED_INSERT", "LOCKED_REPEAT", "LOCKED_CHANGE", "SEEN_BY_SALES"),
                    tried.named(Seen.Verdict.NOT_TRIED));
            assertEquals(Set.of(), tried.named(Seen.Verdict.NOT_HELD));
        }
    }

    @Test
    void after_its_time_nothing_new_is_tried_and_everything_is_taken_back() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Tried tried = TriedOrg.bare(org).within(Duration.ofMinutes(-1)).prove();

            assertEquals(Set.of("CANCELLED"), tried.named(Seen.Verdict.HELD));
            assertEquals(Map.of(), tried.switches());
        }
    }
}
