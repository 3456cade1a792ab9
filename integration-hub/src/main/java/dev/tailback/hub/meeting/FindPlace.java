package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Blocking;
import dev.tailback.hub.matching.Joined;
import dev.tailback.hub.matching.Joining;
import dev.tailback.hub.matching.Judge;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.Model;
import dev.tailback.hub.matching.Thresholds;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.stewards.StewardWords;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Judges where a record belongs, in the caller's transaction. Its keys are kept, so that later ones find it. */
@Singleton
class FindPlace {

    /** Of the records that are joined without a person, so many are right, as far as can be known. */
    private static final Thresholds THRESHOLDS = Thresholds.forPrecision(0.99);

    private final KeyRows rows;
    private final MatchRecords matches;
    private final Records records;
    private final StewardWords words;
    private final Entities entities;

    FindPlace(KeyRows rows, MatchRecords matches, Records records, StewardWords words, Entities entities) {
        this.rows = rows;
        this.matches = matches;
        this.records = records;
        this.words = words;
        this.entities = entities;
    }

    Joined of(KnownRecord record) {
        Entity entity = entity(record);
        MatchRecord met = matches.of(record);
        keepKeys(record, entity, met);
        Judge judge = new Judge(Model.usual(entity), THRESHOLDS, words.about(record));
        return new Joining(judge, new GoldenIndex(rows, record, matches::group, source -> golden(record, source)))
                .join(met);
    }

    /** So that later ones find it. */
    void keepKeys(KnownRecord record) {
        keepKeys(record, entity(record), matches.of(record));
    }

    private Entity entity(KnownRecord record) {
        return entities.entity(record.entity())
                .orElseThrow(() -> new IllegalStateException("no entity " + record.entity() + " is declared any more"));
    }

    private void keepKeys(KnownRecord record, Entity entity, MatchRecord met) {
        String[] keys = new Blocking(entity).keysOf(met).toArray(String[]::new);
        rows.forgetOthers(record.id(), keys);
        rows.keep(record.id(), keys);
    }

    private Optional<UUID> golden(KnownRecord record, Source partner) {
        return records.find(partner.crm(), record.entity(), partner.record())
                .filter(other -> !other.isErased())
                .flatMap(KnownRecord::golden);
    }
}
