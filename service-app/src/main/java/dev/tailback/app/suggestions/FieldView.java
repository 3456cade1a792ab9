package dev.tailback.app.suggestions;

import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field that can be chosen, whether it is suggested or not.
 *
 * @param part {@code contract}, {@code contractProduct} or {@code usage}
 * @param field as a mapping names it: a field, or the name over a lookup
 * @param label of the field, or of the lookup
 * @param type Salesforce's word; {@code name} over a lookup
 * @param createable whether the integration user may fill it in a new record
 * @param updateable whether the integration user may change it
 */
@Serdeable
public record FieldView(String part, String field, String label, String type, boolean createable, boolean updateable) {

    static List<FieldView> all(Part part, OrgObject object) {
        return object.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(of(part, field)), overLookup(part, field)))
                .toList();
    }

    private static FieldView of(Part part, OrgField field) {
        return new FieldView(
                part.key(), field.name(), field.label(), field.type(), field.isCreateable(), field.isUpdateable());
    }

    /** Usage is written, and nothing is written over a lookup. */
    private static Stream<FieldView> overLookup(Part part, OrgField field) {
        return part == Part.USAGE || field.referenceTo().isEmpty()
                ? Stream.empty()
                : field.relationshipName().stream()
                        .map(way -> new FieldView(
                                part.key(), way + ".Name", field.label(), CandidateView.NAME, false, false));
    }
}
