package dev.tailback.app.operator.reconciliation;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the first look and the second, people and workers went on. */
class SecondLookTest {

    private final List<FoundDifference> found = new ArrayList<>();
    private Org org;
    private Line line;
    private String contract;
    private String product;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        JsonNode magic = line.staff()
                .get("/api/contracts?customer=Magic")
                .body()
                .path("contracts")
                .path(0);
        contract = magic.path("id").asText();
        product = magic.path("products").path(0).path("id").asText();
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void what_was_corrected_and_reported_meanwhile_does_not_differ() {
        Answer created = create();
        List<LedgerEntry> before = firstLook();
        line.staff().correct(line.staff().read(created), ad("Spring", contract, product, 2));
        report();
        line.bean(SecondLook.class).atEntries(before, found::addAll);
        assertEquals(List.of(), found);
    }

    @Test
    void what_was_corrected_meanwhile_and_is_on_its_way_does_not_differ() {
        Answer created = create();
        org.delete(UUID.fromString(created.entryId(0)));
        List<LedgerEntry> before = firstLook();
        line.staff().correct(line.staff().read(created), ad("Spring", contract, product, 2));
        line.bean(SecondLook.class).atEntries(before, found::addAll);
        assertEquals(List.of(), found);
    }

    @Test
    void what_stood_still_and_is_not_there_is_missing() {
        Answer created = create();
        org.delete(UUID.fromString(created.entryId(0)));
        line.bean(SecondLook.class).atEntries(firstLook(), found::addAll);
        assertEquals(
                List.of(DifferenceKind.MISSING),
                found.stream().map(FoundDifference::kind).toList());
    }

    @Test
    void what_the_ledger_knows_at_the_second_look_is_not_foreign() {
        Answer created = create();
        UUID foreign = UUID.randomUUID();
        UUID deletedMeanwhile = UUID.randomUUID();
        org.put(foreign, product, 1, 1, "AD-99");
        line.bean(SecondLook.class)
                .atUnknown(List.of(UUID.fromString(created.entryId(0)), foreign, deletedMeanwhile), found::addAll);
        assertEquals(1, found.size());
        assertEquals(foreign, found.get(0).held().orElseThrow().entryId());
    }

    private Answer create() {
        Answer created = line.staff().create(ad("Spring", contract, product, 1));
        report();
        return created;
    }

    private List<LedgerEntry> firstLook() {
        return line.bean(LedgerPages.class)
                .between(Optional.empty(), LedgerPages.BEFORE_ALL, LedgerPages.AFTER_ALL, 10);
    }

    private void report() {
        line.relay();
        while (!line.worker().settle(org::send).isEmpty()) {}
        line.outcomes();
    }
}
