package dev.tailback.hub.facts;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.records.Standing;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes facts of what was observed of one record, in the caller's transaction.
 *
 * <p>A field that holds what we knew tells nothing new. One that holds what we sent is an echo: known by the value,
 * in the form in which the CRM stores it, not by a user or a time. Everything else was said by a person, and becomes
 * a fact, unless a rule of quality refuses it: then it stays where it is, and what was said there before goes on.
 * What was asked for before the end of our own last write may be older than that write: it is not used, and the
 * record is read alone.
 */
@Singleton
class AbsorbObservations {

    private final Observations observations;
    private final Records records;
    private final FactRows rows;
    private final HeldFields held;
    private final CheckValues check;

    AbsorbObservations(Observations observations, Records records, FactRows rows, HeldFields held, CheckValues check) {
        this.observations = observations;
        this.records = records;
        this.rows = rows;
        this.held = held;
        this.check = check;
    }

    /** While the record is in somebody's hands nothing happens. @return whether something was observed */
    boolean absorb(KnownRecord record, MappedObject mapped) {
        List<Observation> unabsorbed = records.isBusy(record) ? List.of() : observations.unabsorbed(record);
        unabsorbed.forEach(observation -> absorb(record, mapped, observation));
        return !unabsorbed.isEmpty();
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
        Map<String, Checked> checked = check.of(mapped, observation.values());
        Stated stated = new Stated(rows.ofRecord(record.id()));
        List<FieldNews> news = new ArrayList<>();
        observation.values().forEach((field, value) -> {
            FieldNews one = FieldNews.of(field, value, Optional.ofNullable(known.get(field)));
            Optional<String> attribute = mapped.attribute(field);
            Optional<Checked> worth = attribute.flatMap(name -> Optional.ofNullable(checked.get(name)));
            one.change(record, worth).ifPresent(rows::hold);
            attribute
                    .filter(name -> one.isSaid(worth) || one.isSaidBefore(worth) && !stated.has(name, field))
                    .ifPresent(name -> state(record, observation, one, name, worth));
            news.add(one);
        });
        return FieldNews.summary(news);
    }

    private void state(
            KnownRecord record, Observation observation, FieldNews said, String attribute, Optional<Checked> worth) {
        Optional<String> value = worth.flatMap(Checked::usable);
        SetAt setAt = SetAt.of(observation, said);
        rows.state(
                record.id(),
                attribute,
                said.field(),
                value.orElse(""),
                value.isEmpty(),
                setAt.earliest(),
                setAt.latest(),
                setAt.told(),
                observation.id());
    }
}
