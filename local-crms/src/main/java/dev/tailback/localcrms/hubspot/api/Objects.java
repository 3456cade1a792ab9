package dev.tailback.localcrms.hubspot.api;

import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.Optional;

/** Finds objects and records by what a caller writes. */
final class Objects {

    private Objects() {}

    static ObjectType named(String word) {
        return ObjectType.of(word).orElseThrow(() -> ApiRefusal.invalid("Unable to infer object type from: " + word));
    }

    /** A number, or empty for a text that is none. */
    static Optional<Long> id(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /**
     * By id, or by the value of a unique property; archived ones too, by id only.
     *
     * @param idProperty empty for the id
     */
    static Optional<CrmRecord> find(Content content, ObjectType type, String idProperty, String id) {
        if (idProperty.isEmpty() || idProperty.equals("hs_object_id")) {
            return id(id).flatMap(number -> content.records().find(type, number));
        }
        if (!content.records().isUnique(type, idProperty)) {
            throw ApiRefusal.invalid("The property " + idProperty + " of " + type.plural()
                    + " is not unique, so that it cannot be the idProperty.");
        }
        return content.records().find(type, idProperty, id);
    }

    static Optional<CrmRecord> living(Content content, ObjectType type, String idProperty, String id) {
        return find(content, type, idProperty, id).filter(record -> !record.isArchived());
    }
}
