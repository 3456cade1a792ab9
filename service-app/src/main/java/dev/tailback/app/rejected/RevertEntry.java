package dev.tailback.app.rejected;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * A person gives a rejected change up. What Salesforce holds is asked for first: a copy of the rejected version may
 * have been late on the network, and accepted after its repeat was refused. Then there is nothing to go back from, and
 * the person is told so.
 */
@Singleton
public class RevertEntry {

    private final EntryRows entries;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final GoBack goBack;

    RevertEntry(EntryRows entries, HeldVersions salesforce, Ledger ledger, GoBack goBack) {
        this.entries = entries;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.goBack = goBack;
    }

    /**
     * @throws Problem 404 {@code not_found}; 409 {@code not_rejected}; 409 {@code arrived_after_all}, and the ledger
     *     says so from now on; 409 {@code newer_in_salesforce}; 503 {@code salesforce_unavailable} when Salesforce
     *     cannot tell what it holds
     */
    public void revert(UUID id, By by) {
        Entry seen = entries.find(id).orElseThrow(() -> EntryReading.unknown(id));
        HeldAnswer.Told told = seen.rejected() ? salesforce.told(id) : HeldAnswer.Told.NOT_ASKED;
        Optional<Problem> arrived = ledger.write(() -> goBack.unlessArrived(id, told, by));
        if (arrived.isPresent()) {
            throw arrived.get();
        }
    }
}
