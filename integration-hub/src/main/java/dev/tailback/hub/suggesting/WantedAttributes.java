package dev.tailback.hub.suggesting;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.mappings.FieldTypes;
import dev.tailback.mapping.suggestion.Wanted;
import java.util.List;

/** The attributes of an entity, as the engine of suggestions asks for them. */
record WantedAttributes(Entity entity) {

    List<Wanted> all() {
        return entity.attributes().stream().map(this::of).toList();
    }

    Wanted of(Attribute attribute) {
        return new Wanted(
                path(attribute.name()),
                List.of(
                        attribute.name(),
                        attribute.labels().english(),
                        attribute.labels().german()),
                FieldTypes.gladly(attribute.kind()));
    }

    String path(String attribute) {
        return entity.name() + "." + attribute;
    }

    List<String> words() {
        return List.of(entity.name(), entity.labels().english(), entity.labels().german());
    }
}
