package dev.tailback.localorg.org;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When the description of each object changed last, to the second. A change is always later than the one before it, so
 * that a client that asks whether something changed since is told so within the same second, too.
 */
record SchemaAge(Schema schema, Instant changed, Map<String, Instant> byObject) {

    static SchemaAge of(Schema schema, Instant now) {
        return new SchemaAge(schema, now, Map.of());
    }

    SchemaAge changedTo(Schema next, Instant now) {
        Instant moment = now.isAfter(changed) ? now : changed.plusSeconds(1);
        Map<String, Instant> times = new HashMap<>();
        next.objects().forEach(type -> times.put(type.name(), isAsBefore(type, next) ? changed(type) : moment));
        return new SchemaAge(next, moment, times);
    }

    Instant changed(ObjectType type) {
        return byObject.getOrDefault(type.name(), changed);
    }

    private boolean isAsBefore(ObjectType type, Schema next) {
        Optional<ObjectType> before = schema.object(type.name());
        return before.isPresent()
                && before.get().label().equals(type.label())
                && before.get().fields().equals(type.fields())
                && schema.referencesTo(type).equals(next.referencesTo(type))
                && schema.permissionSets().equals(next.permissionSets());
    }
}
