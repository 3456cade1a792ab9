package dev.tailback.hub.meeting;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.AbsorbRecords;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Meets one record that stands for nothing yet: it joins a golden record, or becomes one of its own. One transaction,
 * and one hub at a time for each entity: two that meet the same customer at once would both make a new one.
 */
@Singleton
public class MeetRecord {

    private final Transactions transactions;
    private final Records records;
    private final Goldens goldens;
    private final AbsorbRecords absorb;
    private final PlaceRecord place;

    MeetRecord(Transactions transactions, Records records, Goldens goldens, AbsorbRecords absorb, PlaceRecord place) {
        this.transactions = transactions;
        this.records = records;
        this.goldens = goldens;
        this.absorb = absorb;
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
        absorb.absorb(record);
        // It may have come and gone before anybody here saw it.
        records.find(record.id()).filter(KnownRecord::isPresent).ifPresent(place::place);
    }
}
