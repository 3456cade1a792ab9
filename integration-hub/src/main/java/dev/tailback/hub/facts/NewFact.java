package dev.tailback.hub.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.hub.observations.Observation;
import java.util.Optional;

/**
 * A fact that is to be kept.
 *
 * @param value empty when a person emptied the field
 */
record NewFact(Observation observation, Stated stated, Optional<String> value, SetAt setAt) {

    void write(ObjectNode row) {
        row.put("source_id", observation.sourceId())
                .put("attribute", stated.attribute())
                .put("field", stated.field())
                .put("value", value.orElse(""))
                .put("is_emptied", value.isEmpty())
                .put("observation_id", observation.id());
        setAt.write(row);
    }
}
