package dev.tailback.hub.drift;

import dev.tailback.hub.database.TextList;
import dev.tailback.mapping.schema.OrgField;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What cannot be used now.
 *
 * @param field empty where the object itself is gone
 * @param since by the database's clock
 * @param sentence what is so, and what that costs
 * @param mend what an admin of the CRM, or of the mapping, can do
 * @param was the field when it could be used, as {@link KeptSchema} writes it; null when nobody saw that
 * @param known the names of all fields at that time, as JSON
 */
@MappedEntity("field_stop")
record FieldStop(
        @Id String crm,
        String object,
        String field,
        StopScope scope,
        Instant since,
        String sentence,
        String mend,
        @Nullable String was,
        String known) {

    boolean isOf(String otherObject, String otherField) {
        return object.equals(otherObject) && field.equals(otherField);
    }

    Optional<OrgField> usable() {
        return Optional.ofNullable(was).flatMap(text -> KeptSchema.field(text, field));
    }

    List<String> knownNames() {
        return TextList.texts(known);
    }

    boolean isUnseen() {
        return scope == StopScope.FIELD;
    }
}
