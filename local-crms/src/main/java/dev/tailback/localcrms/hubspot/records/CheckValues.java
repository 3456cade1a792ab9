package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.InvalidValue;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.StoredValue;
import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the values of a write and says what they are stored as. */
final class CheckValues {
    private static final String EMAIL = "email";

    private final Content content;
    private final Switches switches;

    CheckValues(Content content, Switches switches) {
        this.content = content;
        this.switches = switches;
    }

    Map<String, String> forNew(ObjectType type, Map<String, String> given) {
        List<InvalidValue> invalid = new ArrayList<>();
        for (Property property : content.schema().required(type)) {
            if (given.getOrDefault(property.name(), "").isEmpty()) {
                invalid.add(missing(property));
            }
        }
        return checked(new CrmRecord(type, 0, 0, 0, 0, Map.of(), List.of()), given, invalid);
    }

    Map<String, String> forChange(CrmRecord before, Map<String, String> given) {
        return checked(before, given, new ArrayList<>());
    }

    private Map<String, String> checked(CrmRecord before, Map<String, String> given, List<InvalidValue> invalid) {
        Map<String, String> stored = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            try {
                stored.put(name, stored(before, name, value));
            } catch (InvalidValue refused) {
                invalid.add(refused);
            }
        });
        if (!invalid.isEmpty()) {
            throw new InvalidRecord(invalid);
        }
        return stored;
    }

    private String stored(CrmRecord before, String name, String given) {
        Property property = content.schema()
                .property(before.type(), name)
                .orElseThrow(() ->
                        new InvalidValue(name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist"));
        if (!property.isWritable()) {
            throw new InvalidValue(
                    name, "READ_ONLY_VALUE", "\"" + name + "\" is a read only property; its value cannot be set.");
        }
        String stored = StoredValue.of(property, given, before.newest(name), switches.is(Switch.TRIM_TEXT, "yes"));
        if (stored.isEmpty() && property.rules().required()) {
            throw missing(property);
        }
        freeOf(before, property, stored);
        return stored;
    }

    private static InvalidValue missing(Property property) {
        return new InvalidValue(
                property.name(), "REQUIRED_PROPERTY", "Property \"" + property.name() + "\" is required");
    }

    private void freeOf(CrmRecord record, Property property, String value) {
        if (!property.marks().unique() || value.isEmpty()) {
            return;
        }
        Optional<CrmRecord> other = content.records()
                .find(record.type(), property.name(), value)
                .filter(found -> found.id() != record.id());
        if (other.isPresent()) {
            if (record.type() == ObjectType.CONTACTS && property.name().equals(EMAIL)) {
                throw new RecordExists(other.get());
            }
            throw new InvalidValue(
                    property.name(),
                    "CONFLICTING_UNIQUE_VALUE",
                    "Cannot set " + property.name() + " of " + (record.id() == 0 ? "a new record" : record.id()) + ". "
                            + other.get().id() + " already has that value.");
        }
    }

    void keepsUniqueValues(CrmRecord record) {
        content.schema().unique(record.type()).forEach(property -> {
            try {
                freeOf(record, property, record.newest(property.name()));
            } catch (InvalidValue refused) {
                throw new InvalidRecord(List.of(refused));
            }
        });
    }
}
