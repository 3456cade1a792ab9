package dev.tailback.hub.suggesting;

import dev.tailback.crm.Answer;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.quality.CheckedRecord;
import dev.tailback.hub.quality.Finding;
import dev.tailback.hub.quality.RecordQuality;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one record as a mapping would, and says what the hub would make of it. Writes nothing, and keeps nothing. */
@Singleton
public class TryMapping {

    private static final int LONGEST = 2_000;

    private final ConnectedCrms crms;
    private final ReadSamples samples;
    private final Entities entities;

    TryMapping(ConnectedCrms crms, ReadSamples samples, Entities entities) {
        this.crms = crms;
        this.samples = samples;
        this.entities = entities;
    }

    /**
     * @param crm one that is connected
     * @param mapped as the mapping has it that is tried
     * @return empty where the CRM has no such record, our user may not see it, or it was erased
     */
    public Answer<Optional<TriedRecord>> read(String crm, MappedObject mapped, String record) {
        if (samples.isErased(crm, mapped.object(), record)) {
            return new Answer.Given<>(Optional.empty());
        }
        RecordsAsked asked = new RecordsAsked(mapped.object(), List.of(record), mapped.fieldNames());
        return crms.asked(crm, List.of(mapped.object()), connector -> connector.read(asked))
                .orElseThrow()
                .map(found -> found.stream().findFirst().map(one -> tried(mapped, one)));
    }

    private TriedRecord tried(MappedObject mapped, SourceRecord record) {
        Map<String, String> raw = new HashMap<>();
        mapped.fields()
                .forEach(
                        (attribute, field) -> raw.put(attribute, record.values().getOrDefault(field, "")));
        CheckedRecord checked = entities.entity(mapped.entity())
                .map(entity -> new RecordQuality(entity).check(raw))
                .orElseThrow();
        List<TriedAttribute> attributes = new TreeMap<>(mapped.fields())
                .entrySet().stream()
                        .map(line -> attribute(line.getKey(), line.getValue(), raw, checked))
                        .toList();
        Map<String, String> enriched = new HashMap<>();
        checked.enriched().forEach((attribute, value) -> enriched.put(attribute, value.value()));
        return new TriedRecord(
                mapped.object(),
                record.id(),
                mapped.entity(),
                attributes,
                checked.across().stream().map(Finding::sentence).toList(),
                enriched);
    }

    private static TriedAttribute attribute(
            String attribute, String field, Map<String, String> raw, CheckedRecord checked) {
        String value = raw.getOrDefault(attribute, "");
        Optional<Checked> became = Optional.ofNullable(checked.values().get(attribute));
        Optional<String> holds = became.flatMap(Checked::usable);
        return new TriedAttribute(
                attribute,
                field,
                cut(value),
                cut(holds.orElse("")),
                became.isPresent() && holds.isEmpty(),
                became.map(Checked::findings).orElse(List.of()).stream()
                        .map(Finding::sentence)
                        .toList());
    }

    private static String cut(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value;
    }
}
