package dev.tailback.hub.meeting;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Meets records that stand for nothing yet: each joins a golden record, or becomes one of its own. One transaction
 * for a group of one entity, and one hub at a time for each entity: two that meet the same customer at once would
 * both make a new one.
 */
@Singleton
public class MeetRecord {

    /** Others who merge, part or erase records of the entity wait until all of them have their place. */
    private static final int AT_ONCE = 50;

    private final Transactions transactions;
    private final Records records;
    private final Goldens goldens;
    private final HearRecord hear;
    private final PlaceRecords place;

    MeetRecord(Transactions transactions, Records records, Goldens goldens, HearRecord hear, PlaceRecords place) {
        this.transactions = transactions;
        this.records = records;
        this.goldens = goldens;
        this.hear = hear;
        this.place = place;
    }

    /** @return whether one was there */
    public boolean next() {
        return transactions.write(() -> {
            Optional<KnownRecord> unmatched = records.lockUnmatched();
            unmatched.map(KnownRecord::entity).ifPresent(this::meet);
            return unmatched.isPresent();
        });
    }

    private void meet(String entity) {
        List<KnownRecord> unmatched = records.lockUnmatched(entity, AT_ONCE);
        goldens.alone(entity);
        Map<KnownRecord, UUID> created = hear.created(unmatched);
        if (created.isEmpty()) {
            hear.hear(unmatched);
            // Some may have come and gone before anybody here saw them.
            place.place(records.find(unmatched).stream()
                    .filter(KnownRecord::isPresent)
                    .toList());
        } else {
            // These stand for their customers anyway. The others are met next: golden records are locked once.
            created.forEach(place::created);
        }
    }
}
