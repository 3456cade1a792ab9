package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.CustomMetadataRecord;
import dev.tailback.localorg.metadata.CustomSettingFields;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the names in a formula stand for: fields, fields of parents, and the {@code $} globals. */
final class Names {

    /** Standard fields and relationships of custom objects that this org does not have. */
    private static final Set<String> ON_ALL_OBJECTS = Set.of(
            "currencyisocode",
            "lastactivitydate",
            "lastvieweddate",
            "lastreferenceddate",
            "recordtype",
            "recordtypeid");

    /** Globals of Salesforce that are not executed here. */
    private static final Set<String> LEFT_OUT = Set.of(
            "$action",
            "$api",
            "$asset",
            "$browser",
            "$objecttype",
            "$recordtype",
            "$request",
            "$resource",
            "$site",
            "$source",
            "$system",
            "$userrole");

    private final Schema schema;
    private final Functions functions;
    private final Formulas formulas;

    Names(Schema schema, Functions functions, Formulas formulas) {
        this.schema = schema;
        this.functions = functions;
        this.formulas = formulas;
    }

    Functions functions() {
        return functions;
    }

    Typed named(ObjectType type, Node.Name name) {
        String first = name.path().get(0);
        if (first.startsWith("$")) {
            return global(name);
        }
        if (name.path().size() == 1) {
            Field field = field(type, first, name);
            return new Typed(ValueType.of(field.type()), reading(field));
        }
        return across(type, name, name.path());
    }

    Field field(ObjectType type, String fieldName, Node.Name name) {
        return type.field(fieldName).orElseThrow(() -> noField(type, fieldName, name));
    }

    private FormulaException noField(ObjectType type, String fieldName, Node.Name name) {
        String problem = "there is no field " + fieldName + " on " + type.name();
        return schema.isLeftOut(type.name(), fieldName) || isStandard(type, fieldName)
                ? FormulaException.leftOut(problem, name.at())
                : new FormulaException(problem, name.at());
    }

    /** A real org has more standard fields and relationships than this one. */
    private static boolean isStandard(ObjectType type, String name) {
        return !name.contains("__") && (!type.isCustom() || ON_ALL_OBJECTS.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** The object that holds the last part of a path. */
    ObjectType typeAt(ObjectType type, Node.Name name) {
        ObjectType at = type;
        for (String step : name.path().subList(0, name.path().size() - 1)) {
            at = target(step(at, step, name), name);
        }
        return at;
    }

    Expression reading(Field field) {
        formulas.requireCounted(field);
        Expression held = field.isFormula() ? formulas.of(field) : stored(field.index());
        return field.type() == FieldType.PERCENT ? Percent.read(held) : held;
    }

    private static Expression stored(int index) {
        return on -> on.row().value(index);
    }

    private Typed across(ObjectType type, Node.Name name, List<String> path) {
        Field field = field(typeAt(type, name), path.get(path.size() - 1), name);
        Field[] steps = steps(type, name);
        Expression last = reading(field);
        return new Typed(ValueType.of(field.type()), on -> {
            RecordView at = on.row();
            for (Field step : steps) {
                Optional<? extends RecordView> above = parent(at, step.index(), on.source());
                if (above.isEmpty()) {
                    return field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
                }
                at = above.get();
            }
            return last.evaluate(on.on(at));
        });
    }

    private static Optional<? extends RecordView> parent(RecordView row, int reference, RecordSource source) {
        return Optional.ofNullable(row.value(reference)).flatMap(id -> source.find((String) id));
    }

    private Field[] steps(ObjectType type, Node.Name name) {
        List<String> path = name.path();
        Field[] steps = new Field[path.size() - 1];
        ObjectType at = type;
        for (int index = 0; index < steps.length; index++) {
            Field step = step(at, path.get(index), name);
            steps[index] = step;
            at = target(step, name);
        }
        return steps;
    }

    private Field step(ObjectType type, String relationship, Node.Name name) {
        return type.parent(relationship).orElseThrow(() -> noRelationship(type, relationship, name));
    }

    private static FormulaException noRelationship(ObjectType type, String relationship, Node.Name name) {
        String problem = "there is no relationship " + relationship + " on " + type.name();
        return isStandard(type, relationship) || relationship.contains(":")
                ? FormulaException.leftOut(problem, name.at())
                : new FormulaException(problem, name.at());
    }

    private ObjectType target(Field reference, Node.Name name) {
        List<String> targets = reference.reference().orElseThrow().targets();
        return schema.object(targets.get(0))
                .orElseThrow(() -> FormulaException.leftOut(targets.get(0) + " is not known to this org", name.at()));
    }

    private Typed global(Node.Name name) {
        return switch (name.path().get(0)) {
            case "$CustomMetadata" -> customMetadata(name);
            case "$Permission" -> permission(name);
            case "$User" -> user(name);
            case "$Profile" -> profile(name);
            case "$Organization" -> organization(name);
            case "$Label" -> label(name);
            case "$Setup" -> setup(name);
            default -> throw leftOut(name, name.path().get(0) + " is not executed by this org");
        };
    }

    private static FormulaException leftOut(Node.Name name, String problem) {
        return LEFT_OUT.contains(name.path().get(0).toLowerCase(Locale.ROOT))
                ? FormulaException.leftOut(problem, name.at())
                : new FormulaException(problem, name.at());
    }

    private Typed organization(Node.Name name) {
        Field field = field(schema.known("Organization"), part(name, 1, 2), name);
        Expression reading = reading(field);
        return new Typed(ValueType.of(field.type()), on -> {
            Optional<? extends RecordView> organization =
                    on.source().find(on.viewer().organizationId());
            return organization.isEmpty() ? null : reading.evaluate(on.on(organization.get()));
        });
    }

    private Typed label(Node.Name name) {
        String text = schema.label(part(name, 1, 2))
                .orElseThrow(() ->
                        new FormulaException("there is no label " + name.path().get(1), name.at()));
        return Typed.text(on -> text);
    }

    /** The value for the user, or else for the user's profile, or else for the organization. */
    private Typed setup(Node.Name name) {
        ObjectType type = schema.object(part(name, 1, 3))
                .filter(ObjectType::isCustomSetting)
                .orElseThrow(() -> new FormulaException(
                        "there is no custom setting " + name.path().get(1), name.at()));
        Field owner = type.field(CustomSettingFields.OWNER)
                .orElseThrow(() -> new FormulaException("$Setup reads no list of settings", name.at()));
        Field field = field(type, name.path().get(2), name);
        Expression reading = reading(field);
        return new Typed(ValueType.of(field.type()), on -> {
            Viewer viewer = on.viewer();
            for (String id : List.of(viewer.userId(), viewer.profileId(), viewer.organizationId())) {
                for (RecordView row : on.source().children(owner, id)) {
                    Object value = Boolean.TRUE.equals(row.value(SystemFields.IS_DELETED))
                            ? null
                            : reading.evaluate(on.on(row));
                    if (value != null) {
                        return value;
                    }
                }
            }
            return field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
        });
    }

    private Typed permission(Node.Name name) {
        String permission = part(name, 1, 2);
        if (!schema.customPermissions().contains(permission)) {
            throw new FormulaException("there is no custom permission " + permission, name.at());
        }
        return Typed.truth(on -> on.viewer().customPermissions().contains(permission));
    }

    private String part(Node.Name name, int index, int size) {
        if (name.path().size() != size) {
            throw new FormulaException(name.written() + " must have " + size + " parts", name.at());
        }
        return name.path().get(index);
    }

    private Typed user(Node.Name name) {
        Field field = field(schema.known("User"), part(name, 1, 2), name);
        Expression reading = reading(field);
        return new Typed(ValueType.of(field.type()), on -> {
            Optional<? extends RecordView> user = on.source().find(on.viewer().userId());
            return user.isEmpty() ? null : reading.evaluate(on.on(user.get()));
        });
    }

    private Typed profile(Node.Name name) {
        if (!part(name, 1, 2).equals("Name")) {
            throw FormulaException.leftOut("only the Name of $Profile is executed by this org", name.at());
        }
        return Typed.text(on -> on.viewer().profileName());
    }

    /** Custom metadata does not change while the org runs, so its value is a constant of the formula. */
    private Typed customMetadata(Node.Name name) {
        String fieldName = part(name, 3, 4);
        String typeName = name.path().get(1);
        ObjectType type = schema.object(typeName)
                .filter(ObjectType::isCustomMetadata)
                .orElseThrow(() -> new FormulaException("there is no custom metadata type " + typeName, name.at()));
        Field field = field(type, fieldName, name);
        Object held = record(name, typeName).values().get(field.name());
        Object value = field.type() == FieldType.PERCENT ? Percent.fraction(held) : held;
        Object constant = value == null && ValueType.of(field.type()) == ValueType.BOOLEAN ? Boolean.FALSE : value;
        return new Typed(ValueType.of(field.type()), on -> constant);
    }

    private CustomMetadataRecord record(Node.Name name, String typeName) {
        return schema.customMetadata().stream()
                .filter(candidate -> candidate.type().equalsIgnoreCase(typeName))
                .filter(candidate ->
                        candidate.name().equalsIgnoreCase(name.path().get(2)))
                .findFirst()
                .orElseThrow(() -> new FormulaException(
                        "there is no record " + name.path().get(2) + " of " + typeName, name.at()));
    }
}
