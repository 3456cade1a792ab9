package dev.tailback.localcrms.hubspot.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.hubspot.schema.InvalidValue;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyJson;
import dev.tailback.localcrms.hubspot.schema.StoredValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds, changes, renames and removes properties of an object, with the values the records hold. */
public final class ChangeSchema {
    private final Content content;
    private final ObjectType type;
    private final long now;

    public ChangeSchema(Content content, ObjectType type, long now) {
        this.content = content;
        this.type = type;
        this.now = now;
    }

    /** @throws IllegalArgumentException in one sentence */
    public Property add(JsonNode given) {
        Property property = PropertyJson.read(given, now);
        new CheckDefinition(content.schema(), type).check(property);
        content.define(type, property);
        return property;
    }

    /**
     * Changes label, description, group, type, choices, uniqueness or rules; what is not given stays. A value that does
     * not fit the new type becomes empty.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public Property change(Property before, JsonNode given) {
        ObjectNode wanted = PropertyJson.kept(before);
        given.properties().forEach(entry -> wanted.set(entry.getKey(), entry.getValue()));
        boolean otherType = !wanted.path("type").asText().equals(before.type().word());
        if (otherType && !given.has("fieldType")) {
            wanted.remove("fieldType");
        }
        wanted.put("name", before.name()).remove("updatedAt");
        Property after = PropertyJson.read(wanted, now);
        new CheckDefinition(content.schema(), type).checkChanged(after);
        content.define(type, after);
        if (otherType) {
            refit(after);
        }
        return after;
    }

    private void refit(Property property) {
        for (CrmRecord record : List.copyOf(content.records().of(type).values())) {
            String value = record.newest(property.name());
            String fitting = fitting(property, value);
            if (!fitting.equals(value)) {
                Map<String, List<Version>> values = new HashMap<>(record.values());
                CrmRecord.add(
                        values, property.name(), new Version(fitting, now, Source.CALCULATED), type.versionsKept());
                content.save(record.with(values, now));
            }
        }
    }

    private static String fitting(Property property, String value) {
        try {
            return StoredValue.of(property, value, "", true);
        } catch (InvalidValue refused) {
            return "";
        }
    }

    /** Takes a property away, and all its values. */
    public void remove(Property property) {
        content.define(type, property.archived(true, now));
        for (CrmRecord record : List.copyOf(content.records().of(type).values())) {
            if (record.values().containsKey(property.name())) {
                content.save(record.without(property.name()));
            }
        }
    }

    /**
     * Gives a property another internal name: a new property that has the values and their history, and the old one is
     * gone.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public Property rename(Property before, String name) {
        Property after = before.named(name, now);
        new CheckDefinition(content.schema(), type).check(after);
        Map<Long, List<Version>> values = new HashMap<>();
        content.records().of(type).values().forEach(record -> {
            List<Version> versions = record.history(before.name());
            if (!versions.isEmpty()) {
                values.put(record.id(), versions);
            }
        });
        remove(before);
        content.define(type, after);
        values.forEach((id, versions) ->
                content.records().find(type, id).ifPresent(record -> content.save(moved(record, name, versions))));
        return after;
    }

    private static CrmRecord moved(CrmRecord record, String name, List<Version> versions) {
        Map<String, List<Version>> values = new HashMap<>(record.values());
        values.put(name, versions);
        return record.with(values, record.updatedAt());
    }
}
