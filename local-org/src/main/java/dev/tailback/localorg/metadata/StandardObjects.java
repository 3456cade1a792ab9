package dev.tailback.localorg.metadata;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code standard-objects.json}: the objects every org has, after Salesforce's object reference. */
final class StandardObjects {

    record StandardObject(
            String name,
            String label,
            String plural,
            String keyPrefix,
            Boolean owned,
            Boolean writable,
            LifeCycle lifeCycle,
            List<StandardField> fields) {}

    record StandardField(
            String name,
            String label,
            FieldType type,
            int length,
            int precision,
            int scale,
            boolean required,
            boolean unique,
            boolean idLookup,
            boolean isName,
            boolean readOnly,
            String formula,
            String autoNumber,
            String initial,
            List<String> values,
            List<String> referenceTo,
            String parentName,
            String childName) {}

    List<ObjectDraft> read() {
        ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        try (var in = StandardObjects.class.getResourceAsStream("standard-objects.json")) {
            return List.of(json.readValue(in, StandardObject[].class)).stream()
                    .map(this::draft)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("standard-objects.json cannot be read", e);
        }
    }

    private ObjectDraft draft(StandardObject object) {
        ObjectDraft draft = new ObjectDraft(object.name());
        draft.names = new ObjectNames(
                object.name(), object.label(), object.plural(), !Boolean.FALSE.equals(object.writable()));
        draft.keyPrefix = Optional.of(object.keyPrefix());
        draft.owned = !Boolean.FALSE.equals(object.owned());
        draft.lifeCycle = Optional.ofNullable(object.lifeCycle());
        object.fields().forEach(field -> draft.fields.add(field(object.name(), field)));
        return draft;
    }

    private Field field(String object, StandardField standard) {
        Size size = new Size(length(standard), standard.precision(), standard.scale());
        Field field = Field.entered(object, standard.name(), standard.label(), standard.type(), size, object)
                .with(new Constraints(
                        standard.required() || standard.type() == FieldType.BOOLEAN,
                        standard.unique(),
                        !standard.unique(),
                        false,
                        standard.idLookup()))
                .with(origin(standard))
                .with(standard.readOnly() ? Writing.NEVER : Writing.ALWAYS);
        if (standard.values() != null) {
            field = field.with(picklist(standard));
        }
        if (standard.referenceTo() != null) {
            field = field.with(Reference.lookup(
                    standard.referenceTo(),
                    Optional.ofNullable(standard.parentName()),
                    Optional.ofNullable(standard.childName())));
        }
        return standard.isName() ? field.asName() : field;
    }

    private int length(StandardField standard) {
        return standard.type() == FieldType.REFERENCE ? 18 : standard.length();
    }

    private Origin origin(StandardField standard) {
        if (standard.formula() != null) {
            return new Origin.Formula(standard.formula(), false);
        }
        if (standard.autoNumber() != null) {
            return new Origin.AutoNumber(standard.autoNumber(), 100);
        }
        return standard.values() != null || standard.initial() == null
                ? new Origin.Entered(Optional.empty())
                : new Origin.Entered(Optional.of(standard.initial()));
    }

    /** Standard picklists take other values too, except where a life cycle gives them a meaning. */
    private Picklist picklist(StandardField standard) {
        return new Picklist(
                standard.values().stream()
                        .map(value -> new Picklist.Value(value, value, value.equals(standard.initial()), true))
                        .toList(),
                standard.required());
    }

    static Map<String, String> wellKnownPrefixes() {
        return Map.of("Task", "00T", "Event", "00U", "Case", "500", "Campaign", "701", "Lead", "00Q", "Asset", "02i");
    }
}
