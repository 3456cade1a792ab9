package dev.tailback.hub.facts;

import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what became of what was told of records: one statement for each kind of it, and none for what is as it
 * was.
 */
@Singleton
class KeepHeard {

    private final Records records;
    private final Observations observations;
    private final FactRows rows;
    private final RecordWords words;

    KeepHeard(Records records, Observations observations, FactRows rows, RecordWords words) {
        this.records = records;
        this.observations = observations;
        this.rows = rows;
        this.words = words;
    }

    void keep(List<HeardRecord> heard) {
        records.told(heard.stream().flatMap(HeardRecord::news).toList());
        records.mustBeReread(heard.stream()
                .filter(HeardRecord::isToBeReread)
                .map(HeardRecord::record)
                .toList());
        rows.hold(heard.stream().flatMap(one -> one.changed().stream()).toList());
        rows.state(heard.stream().flatMap(one -> one.facts().stream()).toList());
        words.keep(heard);
        Map<Observation, String> became = new LinkedHashMap<>();
        heard.forEach(one -> became.putAll(one.became()));
        observations.absorbed(became);
    }
}
