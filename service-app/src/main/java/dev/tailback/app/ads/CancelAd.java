package dev.tailback.app.ads;

import dev.tailback.app.ads.CurrentAd.Current;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook.By;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Staff cancel an ad: none of its units count any more. Nothing is deleted. */
@Singleton
public class CancelAd {

    private final CurrentAd currentAd;
    private final ContractCheck check;
    private final Ledger ledger;
    private final WriteCorrection correction;

    CancelAd(CurrentAd currentAd, ContractCheck check, Ledger ledger, WriteCorrection correction) {
        this.currentAd = currentAd;
        this.check = check;
        this.ledger = ledger;
        this.correction = correction;
    }

    /**
     * Cancelling twice changes nothing.
     *
     * @param ifMatch the ETag the caller has read, or {@code *}
     * @param reason for the history, or null
     * @throws dev.tailback.web.problems.Problem 428 {@code precondition_required}, 412 {@code stale}, 404
     *     {@code not_found}, 409 {@code contract_fulfilled}
     */
    public void cancel(UUID id, @Nullable String ifMatch, String by, @Nullable String reason) {
        IfMatch seen = IfMatch.required(ifMatch);
        requireOpenContracts(currentAd.find(id, seen));
        ledger.write(() -> {
            Current current = currentAd.lock(id, seen);
            correction.cancel(current, new By(by, reason));
            return current;
        });
    }

    private void requireOpenContracts(Current current) {
        current.live().stream()
                .filter(entry -> !entry.withdrawable())
                .map(Entry::contractId)
                .distinct()
                .forEach(check::requireOpen);
    }
}
