package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object with its fields and rules. The first fields of every object are the same, see {@link SystemFields}. */
public final class ObjectType {

    private final ObjectNames names;
    private final String keyPrefix;
    private final List<Field> fields;
    private final List<ValidationRule> rules;
    private final Optional<LifeCycle> lifeCycle;
    private final boolean customSetting;
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Field> byParentName = new HashMap<>();
    private final List<Field> masters = new ArrayList<>();
    private final List<Field> keys = new ArrayList<>();
    private Optional<Field> nameField = Optional.empty();

    ObjectType(
            ObjectNames names,
            String keyPrefix,
            List<Field> fields,
            List<ValidationRule> rules,
            Optional<LifeCycle> lifeCycle,
            boolean customSetting) {
        this.names = names;
        this.keyPrefix = keyPrefix;
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
        this.lifeCycle = lifeCycle;
        this.customSetting = customSetting;
        this.fields.forEach(this::index);
    }

    private void index(Field field) {
        byName.put(field.name(), field);
        byName.put(field.name().toLowerCase(Locale.ROOT), field);
        field.reference()
                .flatMap(Reference::parentName)
                .ifPresent(parent -> byParentName.put(parent.toLowerCase(Locale.ROOT), field));
        if (field.isMaster()) {
            masters.add(field);
        }
        if (field.constraints().isKey()) {
            keys.add(field);
        }
        if (field.isName()) {
            nameField = Optional.of(field);
        }
    }

    public String name() {
        return names.name();
    }

    public String label() {
        return names.label();
    }

    public String pluralLabel() {
        return names.plural();
    }

    /** First three characters of the ids of its rows. */
    public String keyPrefix() {
        return keyPrefix;
    }

    public List<Field> fields() {
        return fields;
    }

    public List<ValidationRule> rules() {
        return rules;
    }

    public Optional<LifeCycle> lifeCycle() {
        return lifeCycle;
    }

    /** A field by its name in any case. */
    public Optional<Field> field(String name) {
        Field exact = byName.get(name);
        return Optional.ofNullable(exact != null ? exact : byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The reference field behind a name such as {@code Contract__r}. */
    public Optional<Field> parent(String relationshipName) {
        return Optional.ofNullable(byParentName.get(relationshipName.toLowerCase(Locale.ROOT)));
    }

    /** Master-detail fields, the first master first. */
    public List<Field> masters() {
        return masters;
    }

    /** Fields with an index on their values. */
    public List<Field> keys() {
        return keys;
    }

    public Optional<Field> nameField() {
        return nameField;
    }

    public boolean isCustom() {
        return name().endsWith("__c") || isCustomMetadata();
    }

    /** Its rows are settings, which formulas read by {@code $Setup}. */
    public boolean isCustomSetting() {
        return customSetting;
    }

    /** Its rows are metadata: read like rows, never written by clients. */
    public boolean isCustomMetadata() {
        return name().endsWith("__mdt");
    }

    /** Written by clients at all. */
    public boolean isWritable() {
        return !isCustomMetadata() && names.writable();
    }

    @Override
    public String toString() {
        return name();
    }
}
