package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.matching.Blocking;
import dev.tailback.hub.matching.Joining;
import dev.tailback.hub.matching.Judge;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.Model;
import dev.tailback.hub.matching.StewardDecisions;
import dev.tailback.hub.matching.Thresholds;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.stewards.StewardWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges where the records of a group belong, in the caller's transaction: one after the other, since each may belong
 * to one before it; what that needs is read for all at once. Their keys are kept, so that later ones find them.
 */
@Singleton
class FindPlaces {

    /** Of the records that are joined without a person, so many are right, as far as can be known. */
    private static final Thresholds THRESHOLDS = Thresholds.forPrecision(0.99);

    private final ReadSurroundings around;
    private final KeepKeys keep;
    private final MatchRecords matches;
    private final StewardWords words;
    private final Entities entities;

    FindPlaces(ReadSurroundings around, KeepKeys keep, MatchRecords matches, StewardWords words, Entities entities) {
        this.around = around;
        this.keep = keep;
        this.matches = matches;
        this.words = words;
        this.entities = entities;
    }

    /** @param records of one entity, one at least */
    List<Place> of(List<KnownRecord> records) {
        Entity entity = entity(records.get(0));
        List<MetRecord> met = met(entity, records);
        Surroundings surroundings = around.of(met);
        keep.keep(met);
        return places(met, surroundings, Model.usual(entity), words.about(records));
    }

    private static List<Place> places(
            List<MetRecord> met, Surroundings surroundings, Model model, Map<Long, StewardDecisions> said) {
        List<Place> places = new ArrayList<>();
        for (int one = 0; one < met.size(); one++) {
            MetRecord next = met.get(one);
            Judge judge =
                    new Judge(model, THRESHOLDS, said.getOrDefault(next.record().id(), StewardDecisions.none()));
            Place place = Place.of(next.record(), new Joining(judge, surroundings.index(one)).join(next.values()));
            surroundings.placed(one, place);
            places.add(place);
        }
        return places;
    }

    /** So that later ones find them. @param records of one entity, one at least */
    void keepKeys(List<KnownRecord> records) {
        keep.keep(met(entity(records.get(0)), records));
    }

    private List<MetRecord> met(Entity entity, List<KnownRecord> records) {
        Blocking blocking = new Blocking(entity);
        Map<Long, MatchRecord> values = matches.of(records);
        return records.stream()
                .flatMap(record -> Stream.ofNullable(values.get(record.id()))
                        .map(own -> new MetRecord(record, own, blocking.keysOf(own))))
                .toList();
    }

    private Entity entity(KnownRecord record) {
        return entities.entity(record.entity())
                .orElseThrow(() -> new IllegalStateException("no entity " + record.entity() + " is declared any more"));
    }
}
