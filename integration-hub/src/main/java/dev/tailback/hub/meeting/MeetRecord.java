package dev.tailback.hub.meeting;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Meets one record that stands for nothing yet: it joins a golden record, or becomes one of its own. One transaction,
 * and one hub at a time for each entity: two that meet the same customer at once would both make a new one.
 */
@Singleton
public class MeetRecord {

    private final Transactions transactions;
    private final Records records;
    private final Goldens goldens;
    private final HearRecord hear;
    private final PlaceRecord place;

    MeetRecord(Transactions transactions, Records records, Goldens goldens, HearRecord hear, PlaceRecord place) {
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
            unmatched.ifPresent(this::meet);
            return unmatched.isPresent();
        });
    }

    private void meet(KnownRecord record) {
        goldens.alone(record.entity());
        Optional<UUID> created = hear.hear(record);
        // It may have come and gone before anybody here saw it; one that we created stands for its customer anyway.
        created.ifPresentOrElse(
                golden -> place.created(record, golden),
                () -> records.find(record.id()).filter(KnownRecord::isPresent).ifPresent(place::place));
    }
}
