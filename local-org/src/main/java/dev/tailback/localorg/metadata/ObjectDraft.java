package dev.tailback.localorg.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object while its files are being collected. */
final class ObjectDraft {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "__e", "platform events",
            "__b", "big objects",
            "__x", "external objects",
            "__kav", "knowledge articles",
            "__chn", "channels of events");

    ObjectNames names;
    Optional<String> keyPrefix = Optional.empty();
    Optional<LifeCycle> lifeCycle = Optional.empty();
    boolean owned = true;
    boolean customSetting;
    final List<Field> fields = new ArrayList<>();
    final List<ValidationRule> rules = new ArrayList<>();
    boolean hasRecordTypes;

    ObjectDraft(String name) {
        names = new ObjectNames(name, name, name, true);
    }

    Optional<Field> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Adds a field, or replaces the standard one of the same name, whose values and label a project may change. */
    void put(Field field) {
        fields.removeIf(old -> old.name().equalsIgnoreCase(field.name()));
        fields.add(field);
    }

    /** What the end of a name says of objects that are not executed here; empty for all others. */
    static Optional<String> kindLeftOut(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int end = lower.lastIndexOf("__");
        return Optional.ofNullable(end < 0 ? null : LEFT_OUT.get(lower.substring(end)));
    }

    boolean isCustom() {
        return names.name().toLowerCase(Locale.ROOT).matches(".*__(c|mdt|e|x|b)");
    }

    boolean isCustomMetadata() {
        return names.name().endsWith("__mdt");
    }

    /** The object with its fields in their places: system fields, name and owner, then all others as they came. */
    ObjectType finish(String prefix) {
        List<Field> all = new ArrayList<>(SystemFields.of(names.name(), names.label()));
        fields.stream().filter(Field::isName).forEach(all::add);
        if (owned && fields.stream().noneMatch(Field::isMaster) && !isCustomMetadata()) {
            all.add(SystemFields.owner(names.name()));
        }
        if (hasRecordTypes) {
            all.add(SystemFields.recordType(names.name()));
        }
        fields.stream().filter(field -> !field.isName()).forEach(all::add);
        List<Field> placed = new ArrayList<>();
        for (Field field : all) {
            placed.add(field.at(placed.size()));
        }
        return new ObjectType(names, prefix, placed, rules, lifeCycle, customSetting);
    }
}
