package dev.tailback.hub.meeting;

import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.matching.Fit;
import dev.tailback.hub.matching.Joined;
import dev.tailback.hub.matching.Verdict;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.stewards.Candidates;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Gives a record its golden record, in the caller's transaction. Where a person must judge, it stands for itself until then,
 * and waits for a steward.
 */
@Singleton
class PlaceRecord {

    private final FindPlace find;
    private final Records records;
    private final Goldens goldens;
    private final Candidates candidates;

    PlaceRecord(FindPlace find, Records records, Goldens goldens, Candidates candidates) {
        this.find = find;
        this.records = records;
        this.goldens = goldens;
        this.candidates = candidates;
    }

    void place(KnownRecord record) {
        Joined joined = find.of(record);
        joined.<Runnable>fold(
                        joins -> () -> joins(record, joins),
                        unclear -> () -> unclear(record, unclear),
                        () -> () -> stand(record, goldens.create(record.entity()), "Nothing is like it."))
                .run();
    }

    /** One that the hub created. Where a person made it another customer's meanwhile, a steward must judge. */
    void created(KnownRecord record, UUID golden) {
        find.keepKeys(record);
        if (record.golden().isEmpty()) {
            stand(record, golden, "The hub created it there.");
        } else if (!record.golden().get().equals(golden)) {
            candidates.ask(record, golden, "The hub created it for this customer.");
        }
        goldens.due(golden);
    }

    private void joins(KnownRecord record, Joined.Joins joins) {
        stand(record, golden(joins.fit()), ground(joins.fit()));
        joins.alsoLike().forEach(fit -> candidates.ask(record, golden(fit), fit));
    }

    private void unclear(KnownRecord record, Joined.Unclear unclear) {
        stand(record, goldens.create(record.entity()), "A steward must say whether it is one with another.");
        unclear.fits().forEach(fit -> candidates.ask(record, golden(fit), fit));
    }

    private void stand(KnownRecord record, UUID golden, String ground) {
        records.standsFor(record, golden, ground);
        goldens.due(golden);
    }

    private static UUID golden(Fit fit) {
        return UUID.fromString(fit.group().id());
    }

    private static String ground(Fit fit) {
        return fit.verdicts().values().stream()
                .filter(Verdict::isSame)
                .map(Verdict::ground)
                .findFirst()
                .orElse("");
    }
}
