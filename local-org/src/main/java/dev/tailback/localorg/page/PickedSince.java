package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Picklist;
import dev.tailback.localorg.wire.WireValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an object has a time {@code X_On__c} beside a picklist value {@code X}, the page keeps it as people would. */
record PickedSince(ObjectType type, Field picklist) {

    void stamp(Map<String, Object> record, @Nullable String value, Instant now) {
        for (Picklist.Value known : picklist.picklist().map(Picklist::values).orElse(List.of())) {
            type.field(known.name() + "_On__c")
                    .filter(field -> field.type() == FieldType.DATETIME)
                    .ifPresent(field ->
                            record.put(field.name(), known.name().equals(value) ? WireValues.dateTime(now) : null));
        }
    }
}
