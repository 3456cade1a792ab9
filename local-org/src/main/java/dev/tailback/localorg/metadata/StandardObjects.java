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
            boolean createOnly,
            boolean restricted,
            boolean master,
            boolean cascade,
            String formula,
            String follows,
            RollUp rollUp,
            String autoNumber,
            String initial,
            List<String> values,
            List<String> referenceTo,
            String parentName,
            String childName) {}

    record RollUp(Origin.RollUpOperation operation, String detail, String masterField, String summed) {}

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
                .with(writing(standard));
        if (standard.values() != null) {
            field = field.with(picklist(standard));
        }
        if (standard.referenceTo() != null) {
            field = field.with(reference(standard));
        }
        return standard.isName() ? field.asName() : field;
    }

    private static Writing writing(StandardField standard) {
        if (standard.readOnly()) {
            return Writing.NEVER;
        }
        return standard.createOnly() || standard.master() ? Writing.ON_CREATE : Writing.ALWAYS;
    }

    private static Reference reference(StandardField standard) {
        Reference.OnDelete onDelete = standard.master()
                ? Reference.OnDelete.GO_WITH_MASTER
                : standard.cascade() ? Reference.OnDelete.CASCADE : Reference.OnDelete.CLEAR;
        return new Reference(
                standard.referenceTo(),
                Optional.ofNullable(standard.parentName()),
                Optional.ofNullable(standard.childName()),
                onDelete,
                0,
                !standard.master(),
                false);
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
        if (standard.rollUp() != null) {
            RollUp rollUp = standard.rollUp();
            return new Origin.RollUp(
                    rollUp.operation(),
                    rollUp.detail(),
                    rollUp.masterField(),
                    Optional.ofNullable(rollUp.summed()),
                    List.of());
        }
        if (standard.follows() != null) {
            return new Origin.Entered(Optional.of(standard.follows()), true);
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
                standard.restricted());
    }

    /** Of objects that a project may extend and that are not here. */
    static Map<String, String> wellKnownPrefixes() {
        return Map.of("CampaignMember", "00v", "OpportunityContactRole", "00K", "Group", "00G", "UserRole", "00E");
    }
}
