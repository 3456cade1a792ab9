package dev.tailback.app.ads;

import dev.tailback.app.ads.CurrentAd.Current;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Staff correct an ad: it becomes what the request says. Corrections that wait to be reported are replaced by newer
 * ones.
 */
@Singleton
public class CorrectAd {

    private final CurrentAd currentAd;
    private final ContractCheck check;
    private final Ledger ledger;
    private final WriteCorrection correction;

    CorrectAd(CurrentAd currentAd, ContractCheck check, Ledger ledger, WriteCorrection correction) {
        this.currentAd = currentAd;
        this.check = check;
        this.ledger = ledger;
        this.correction = correction;
    }

    /**
     * @param ifMatch the ETag the caller has read, or {@code *}
     * @throws Problem as {@link PlaceAd#place}; 428 {@code precondition_required}, 412 {@code stale}, 404
     *     {@code not_found}, 409 {@code ad_cancelled}
     */
    public void correct(UUID id, AdRequest request, @Nullable String ifMatch, String by) {
        IfMatch seen = IfMatch.required(ifMatch);
        check.book(
                request.contractId(),
                () -> look(currentAd.find(id, seen), request),
                look -> ledger.write(() -> {
                    Current current = requireAlive(currentAd.lock(id, seen));
                    correction.correct(current, request, look, by);
                    return current;
                }));
    }

    /** A contract whose units stay as they are refuses nothing, so that a title can always be corrected. */
    private ContractLook look(Current current, AdRequest request) {
        Correction wanted = Correction.of(requireAlive(current).live(), request);
        wanted.cancelled().stream()
                .map(Entry::contractId)
                .distinct()
                .filter(contract -> !contract.equals(request.contractId()) && wanted.touches(contract))
                .forEach(check::requireOpen);
        List<String> added = wanted.added().stream()
                .map(Correction.Addition::contractProductId)
                .toList();
        if (!added.isEmpty() || wanted.touches(request.contractId())) {
            return check.look(request.contractId(), added);
        }
        return current.ad().showsAs(request)
                ? new ContractLook.Unseen("NOTHING_TO_CHECK")
                : check.glance(request.contractId());
    }

    private static Current requireAlive(Current current) {
        if (current.ad().cancelled()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "ad_cancelled",
                    "Nothing was saved: this ad is cancelled, and a cancelled ad is not changed any more. Create a new one.");
        }
        return current;
    }
}
