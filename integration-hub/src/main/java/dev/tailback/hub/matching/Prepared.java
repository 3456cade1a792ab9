package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A record made ready to be compared many times. */
record Prepared(Source source, Map<String, Feature> features) {

    static Prepared of(Entity entity, MatchRecord record) {
        Map<String, Feature> features = new HashMap<>();
        for (Attribute attribute : Compared.in(entity)) {
            Optional.ofNullable(record.values().get(attribute.name()))
                    .map(value -> Feature.of(attribute.kind(), value))
                    .filter(feature -> !feature.text().isEmpty())
                    .ifPresent(feature -> features.put(attribute.name(), feature));
        }
        return new Prepared(record.source(), features);
    }

    Optional<Feature> feature(Attribute attribute) {
        return Optional.ofNullable(features.get(attribute.name()));
    }

    Agreement agreement(Attribute attribute, Prepared other) {
        Feature mine = features.get(attribute.name());
        Feature theirs = other.features.get(attribute.name());
        return mine == null || theirs == null ? Agreement.UNKNOWN : Likeness.of(attribute.kind(), mine, theirs);
    }
}
