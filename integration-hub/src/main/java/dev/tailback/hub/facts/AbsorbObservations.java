package dev.tailback.hub.facts;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.observations.Observation;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Told;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes facts of what was observed of one record. Nothing is written here.
 *
 * <p>A field that holds what we knew tells nothing new. One that holds what we sent is an echo: known by the value,
 * in the form in which the CRM stores it, not by a user or a time. Everything else was said by a person, and becomes
 * a fact, unless a rule of quality refuses it: then it stays where it is, and what was said there before goes on.
 * What was asked for before the end of our own last write may be older than that write: it is not used, and the
 * record is read alone.
 */
@Singleton
class AbsorbObservations {

    private final CheckValues check;

    AbsorbObservations(CheckValues check) {
        this.check = check;
    }

    void absorb(HeardRecord heard, MappedObject mapped) {
        heard.observations()
                .forEach(observation -> heard.absorbed(observation, whatBecame(heard, mapped, observation)));
    }

    private String whatBecame(HeardRecord heard, MappedObject mapped, Observation observation) {
        KnownRecord record = heard.record();
        if (observation.isMerge()) {
            heard.told(Told.merged(record, observation.mergedInto()));
            return "merged by a person";
        }
        if (!observation.isChange()) {
            heard.told(Told.gone(record));
            return "gone";
        }
        if (record.isOlderThanWrite(observation.askedAt())) {
            heard.mustBeReread();
            return "may be older than our write; the record is read alone";
        }
        heard.told(Told.present(record, Optional.ofNullable(observation.version())));
        return fields(heard, mapped, observation);
    }

    private String fields(HeardRecord heard, MappedObject mapped, Observation observation) {
        Map<String, String> values = observation.values();
        Map<String, Checked> checked = check.of(mapped, values);
        List<FieldNews> news = new ArrayList<>();
        values.forEach((field, value) -> {
            Optional<String> attribute = mapped.attribute(field);
            Optional<Checked> worth = attribute.flatMap(name -> Optional.ofNullable(checked.get(name)));
            FieldNews one = FieldNews.of(field, value, heard.held(field), worth);
            one.change(heard.record(), worth).ifPresent(heard::hold);
            attribute
                    .map(name -> new Stated(name, field))
                    .filter(stated -> one.isSaid(worth) || one.isSaidBefore(worth) && !heard.says(stated))
                    .ifPresent(stated -> heard.state(new NewFact(
                            observation, stated, worth.flatMap(Checked::usable), SetAt.of(observation, one))));
            news.add(one);
        });
        return FieldNews.summary(news);
    }
}
