package dev.tailback.app.requests;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Staff ask finance to change an entry that is locked. */
@Singleton
public class AskCorrection {

    private final EntryReading entries;
    private final RequestEvents requests;
    private final Ledger ledger;

    AskCorrection(EntryReading entries, RequestEvents requests, Ledger ledger) {
        this.entries = entries;
        this.requests = requests;
        this.ledger = ledger;
    }

    /**
     * @return the id of the request
     * @throws dev.tailback.web.problems.Problem 404 {@code not_found}; 409 {@code not_locked},
     *     {@code nothing_to_correct}, {@code request_open}
     */
    public UUID ask(AskedCorrection asked, String by) {
        UUID entryId = asked.entryId();
        int units = asked.units();
        EntryView entry = entries.get(entryId);
        if (entry.state() != EntryState.LOCKED) {
            throw RequestProblems.notLocked(entryId);
        }
        int now = entry.cancelled() ? 0 : entry.units();
        if (now == units) {
            throw RequestProblems.unchanged(entryId, units);
        }
        return ledger.write(() -> requests.asked(entryId, entry.adId(), units, asked.reason(), by));
    }
}
