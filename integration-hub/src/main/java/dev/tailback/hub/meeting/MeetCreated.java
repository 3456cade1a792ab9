package dev.tailback.hub.meeting;

import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets a record that was just created stand for its customer, in the caller's transaction. */
@Singleton
public class MeetCreated {

    private final Goldens goldens;
    private final PlaceRecords place;

    MeetCreated(Goldens goldens, PlaceRecords place) {
        this.goldens = goldens;
        this.place = place;
    }

    /** Nobody meets, merges or erases its like until the transaction ends. */
    public void alone(KnownRecord record) {
        goldens.alone(record.entity());
    }

    /** Nobody considers it until the transaction ends. To be locked before what is known of its records. */
    public void lock(UUID golden) {
        goldens.lock(golden);
    }

    /** The same of many. */
    public void lock(Collection<UUID> all) {
        goldens.lock(List.copyOf(all));
    }

    public void stands(KnownRecord record, UUID golden) {
        place.created(record, golden);
    }

    /** Some of one entity that stand for nothing yet, one at least. */
    public void stand(Map<KnownRecord, UUID> made) {
        place.created(made);
    }
}
