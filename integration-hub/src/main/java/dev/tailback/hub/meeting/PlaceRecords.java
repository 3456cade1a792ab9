package dev.tailback.hub.meeting;

import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.records.StandsFor;
import dev.tailback.hub.stewards.Candidates;
import dev.tailback.hub.stewards.NewCandidate;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives the records of a group their golden records, in the caller's transaction. Where a person must judge, a record
 * stands for itself until then, and waits for a steward.
 */
@Singleton
class PlaceRecords {

    private static final String CREATED = "The hub created it there.";

    private final FindPlaces find;
    private final Records records;
    private final Goldens goldens;
    private final Candidates candidates;

    PlaceRecords(FindPlaces find, Records records, Goldens goldens, Candidates candidates) {
        this.find = find;
        this.records = records;
        this.goldens = goldens;
        this.candidates = candidates;
    }

    /**
     * All golden records that these have to do with are locked before any of them is touched, and by id: others who
     * want several of them wait in the same order.
     *
     * @param present of one entity, which stand for nothing yet
     */
    void place(List<KnownRecord> present) {
        if (!present.isEmpty()) {
            List<Place> places = find.of(present);
            goldens.create(
                    present.get(0).entity(),
                    places.stream().filter(Place::isNew).map(Place::golden).toList());
            goldens.lock(places.stream().flatMap(Place::goldens).distinct().toList());
            stand(places);
        }
    }

    private void stand(List<Place> places) {
        records.standsFor(places.stream()
                .map(place -> new StandsFor(place.record(), place.golden(), place.ground()))
                .toList());
        candidates.ask(places.stream()
                .flatMap(place ->
                        place.asked().stream().map(fit -> NewCandidate.of(place.record(), Place.golden(fit), fit)))
                .toList());
        goldens.due(places.stream().map(Place::golden).distinct().toList());
    }

    /** One that the hub created. Where a person made it another customer's meanwhile, a steward must judge. */
    void created(KnownRecord record, UUID golden) {
        find.keepKeys(List.of(record));
        if (record.golden().isEmpty()) {
            records.standsFor(record, golden, CREATED);
        } else if (!record.golden().get().equals(golden)) {
            candidates.ask(List.of(NewCandidate.of(record, golden, "The hub created it for this customer.")));
        }
        goldens.due(golden);
    }

    /** Some that the hub created and that stand for nothing yet, each with its golden record; of one entity. */
    void created(Map<KnownRecord, UUID> made) {
        find.keepKeys(List.copyOf(made.keySet()));
        records.standsFor(made.entrySet().stream()
                .map(one -> new StandsFor(one.getKey(), one.getValue(), CREATED))
                .toList());
        goldens.due(made.values());
    }
}
