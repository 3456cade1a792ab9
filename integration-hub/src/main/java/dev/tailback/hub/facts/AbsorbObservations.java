package dev.tailback.hub.facts;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.records.Standing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes facts of what was observed of one record, in the caller's transaction.
 *
 * <p>A field that holds what we knew tells nothing new. One that holds what we sent is an echo: known by the value, in the
 * form in which the CRM stores it, not by a user or a time. Everything else was said by a person, and becomes a fact. What
 * was asked for before the end of our own last write may be older than that write: it is not used, and the record is
 * read alone.
 */
@Singleton
public class AbsorbObservations {

    private final Observations observations;
    private final Records records;
    private final FactRows rows;
    private final HeldFields held;
    private final CleanValue clean;

    AbsorbObservations(Observations observations, Records records, FactRows rows, HeldFields held, CleanValue clean) {
        this.observations = observations;
        this.records = records;
        this.rows = rows;
        this.held = held;
        this.clean = clean;
    }

    /** While the record is in somebody's hands nothing happens. */
    public void absorb(KnownRecord record, MappedObject mapped) {
        if (!records.isBusy(record)) {
            observations.unabsorbed(record).forEach(observation -> absorb(record, mapped, observation));
        }
    }

    private void absorb(KnownRecord record, MappedObject mapped, Observation observation) {
        if (!observation.isChange()) {
            end(record, observation);
        } else if (record.isOlderThanWrite(observation.askedAt())) {
            records.mustBeReread(record);
            observations.absorbed(observation, "may be older than our write; the record is read alone");
        } else {
            records.told(record, Standing.PRESENT, Optional.empty(), Optional.ofNullable(observation.version()));
            observations.absorbed(observation, fields(record, mapped, observation));
        }
    }

    private void end(KnownRecord record, Observation observation) {
        Standing standing = observation.isMerge() ? Standing.MERGED : Standing.GONE;
        records.told(record, standing, observation.mergedInto(), Optional.empty());
        observations.absorbed(observation, standing == Standing.MERGED ? "merged by a person" : "gone");
    }

    private String fields(KnownRecord record, MappedObject mapped, Observation observation) {
        Map<String, HeldField> known = held.of(record);
        List<FieldNews> news = observation.values().entrySet().stream()
                .map(value -> FieldNews.of(Optional.ofNullable(known.get(value.getKey())), value))
                .toList();
        news.forEach(one -> one.keep(record, rows));
        List<FieldNews> said = news.stream().filter(FieldNews::isPersons).toList();
        said.forEach(one -> mapped.attribute(one.field())
                .ifPresent(attribute -> state(record, mapped, observation, one, attribute)));
        return FieldNews.summary(news);
    }

    private void state(
            KnownRecord record, MappedObject mapped, Observation observation, FieldNews said, String attribute) {
        Optional<String> value = clean.of(mapped.entity(), attribute, said.value(), observation.values(), mapped);
        SetAt setAt = SetAt.of(observation, said);
        rows.state(
                record.id(),
                attribute,
                value.orElse(""),
                value.isEmpty(),
                setAt.earliest(),
                setAt.latest(),
                setAt.told(),
                observation.id());
    }
}
