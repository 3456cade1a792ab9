package dev.tailback.hub.facts;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.quality.Checked;
import dev.tailback.hub.quality.RecordQuality;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the values of a record are worth, by attribute. An empty one is not looked at. */
@Singleton
class CheckValues {

    private final Entities entities;

    CheckValues(Entities entities) {
        this.entities = entities;
    }

    /** @param fields as the CRM stores them */
    Map<String, Checked> of(MappedObject mapped, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>();
        mapped.fields()
                .forEach((attribute, field) ->
                        Optional.ofNullable(fields.get(field)).ifPresent(value -> values.put(attribute, value)));
        return entities.entity(mapped.entity())
                .map(entity -> new RecordQuality(entity).check(values).values())
                .orElse(Map.of());
    }
}
