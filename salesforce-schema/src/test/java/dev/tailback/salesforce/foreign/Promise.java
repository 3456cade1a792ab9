package dev.tailback.salesforce.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** What every org must keep once it is connected, whatever its objects are called. */
enum Promise {
    A_REPEAT_IS_ACCEPTED_AND_CHANGES_NOTHING(trial -> {
        trial.accepted(trial.usage(2, 1));
        String before = trial.content();
        JsonNode again = trial.send(trial.usage(2, 1));
        assertTrue(again.path("success").asBoolean() && !again.path("created").asBoolean(), again::toString);
        assertEquals(before, trial.content());
    }),
    AN_OLDER_VERSION_IS_REFUSED(trial -> {
        trial.accepted(trial.usage(2, 3));
        trial.refused("USAGE_STALE", trial.usage(5, 2));
    }),
    ONE_VERSION_HAS_ONE_CONTENT(trial -> {
        trial.accepted(trial.usage(2, 1));
        trial.refused("USAGE_VERSION_REUSED", trial.usage(3, 1));
        trial.accepted(trial.usage(3, 2));
    }),
    USAGE_NEVER_MOVES(trial -> {
        trial.accepted(trial.usage(2, 1));
        trial.refused("USAGE_IDENTITY", trial.with(trial.usage(2, 2), Idea.CONTRACT_PRODUCT, trial.otherLine()));
        trial.refused("USAGE_IDENTITY", trial.with(trial.usage(2, 2), Idea.AD_REFERENCE, "AD-2"));
    }),
    ONLY_ENTRIES_OF_THE_SERVICE_APP_ARE_TAKEN(trial -> trial.refused("USAGE_EXTERNAL_ID", trial.usage("AD-1", 1, 1))),
    UNITS_MAKE_SENSE(trial -> trial.refused("USAGE_UNITS", trial.usage(0, 1))),
    VERSIONS_BEGIN_WITH_ONE(trial -> trial.refused("USAGE_VERSION", trial.usage(1, 0))),
    A_FULFILLED_CONTRACT_TAKES_NO_NEW_USAGE(trial -> {
        trial.fulfilled();
        trial.refused("USAGE_LOCKED", trial.usage(1, 1));
    }),
    A_FULFILLED_CONTRACT_TAKES_NO_CHANGE_BUT_A_REPEAT(trial -> {
        trial.accepted(trial.usage(1, 1));
        assertFalse(trial.isLocked());
        trial.fulfilled();
        trial.refused("USAGE_LOCKED", trial.usage(2, 2));
        trial.refused("USAGE_LOCKED", trial.with(trial.usage(1, 2), Idea.CANCELLED, true));
        trial.accepted(trial.usage(1, 1));
        assertTrue(trial.isLocked());
    }),
    LOCKED_USAGE_IS_DELETED_BY_NOBODY_WHERE_THE_LINE_COUNTS_IT(trial -> {
        trial.accepted(trial.usage(1, 1));
        if (trial.shape().isDetail()) {
            trial.fulfilled();
            Trial.refused("[USAGE_FROZEN]", trial.deleteUsage("admin"));
        } else {
            Trial.refused("DELETE_FAILED", trial.deleteLine("admin"));
        }
    }),
    ROLL_UPS_COUNT_WHERE_THERE_ARE_ANY(trial -> {
        assertEquals(trial.shape().isDetail(), trial.isCounted());
        if (trial.isCounted()) {
            double sold = trial.seenBySales(Idea.UNITS_SOLD);
            trial.accepted(trial.usage(3, 1));
            trial.accepted(trial.usage(UUID.randomUUID().toString(), 1, 1));
            assertEquals(4, trial.seenBySales(Idea.CONSUMED));
            assertEquals(sold - 4, trial.seenBySales(Idea.AVAILABLE));
            trial.accepted(trial.with(trial.usage(3, 2), Idea.CANCELLED, true));
            assertEquals(1, trial.seenBySales(Idea.CONSUMED));
        }
    }),
    THE_INTEGRATION_WRITES_NOTHING_BUT_USAGE_AND_DELETES_NOTHING(trial -> {
        trial.accepted(trial.usage(1, 1));
        Trial.refused("", trial.sellMore("integration"));
        Trial.refused("", trial.fulfil("integration"));
        Trial.refused("", trial.deleteUsage("integration"));
    }),
    SALES_AND_FINANCE_READ_USAGE(trial -> {
        trial.accepted(trial.usage(4, 1));
        for (String person : new String[] {"sales", "finance"}) {
            assertFalse(trial.row(trial.as(person)).isMissingNode(), person);
            Trial.refused("", trial.deleteUsage(person));
        }
    }),
    WHAT_WAS_SOLD_IS_FINAL_ONCE_IT_IS_FULFILLED(trial -> {
        trial.fulfilled();
        Trial.refused("[CONTRACT_FULFILLED]", trial.sellMore("sales"));
        Trial.refused("[CONTRACT_FULFILLED]", trial.reopen("finance"));
        assertEquals(204, trial.reopen("admin").path("status").asInt());
        assertEquals(204, trial.sellMore("sales").path("status").asInt());
    });

    private final Consumer<Trial> test;

    Promise(Consumer<Trial> test) {
        this.test = test;
    }

    /** @throws AssertionError if the org does not keep it */
    void on(Trial trial) {
        test.accept(trial);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
