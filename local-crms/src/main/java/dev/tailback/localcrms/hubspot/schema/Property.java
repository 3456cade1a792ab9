package dev.tailback.localcrms.hubspot.schema;

import java.util.List;
import java.util.Optional;

/**
 * A property of an object, as the account defines it now.
 *
 * @param name the internal name, which never changes
 * @param fieldType how HubSpot's forms show it, such as {@code checkbox}
 * @param options of an enumeration; empty for the others
 * @param createdAt milliseconds; 0 for HubSpot's own
 * @param updatedAt milliseconds of the last change of the definition
 */
public record Property(
        String name,
        String label,
        String description,
        PropertyType type,
        String fieldType,
        String groupName,
        List<Choice> options,
        Marks marks,
        ValueRules rules,
        long createdAt,
        long updatedAt) {

    /**
     * @param unique no two records may have the same value; such a property can stand in for the id
     * @param calculated HubSpot computes it, nobody sets it
     * @param archived deleted, and its values with it
     * @param hubspotDefined came with the account
     * @param readOnlyValue only HubSpot sets it
     */
    public record Marks(
            boolean unique, boolean calculated, boolean archived, boolean hubspotDefined, boolean readOnlyValue) {

        public static final Marks OWN = new Marks(false, false, false, false, false);
    }

    public boolean takesSeveral() {
        return type == PropertyType.ENUMERATION && fieldType.equals("checkbox");
    }

    boolean isText() {
        return type == PropertyType.STRING || type == PropertyType.PHONE_NUMBER;
    }

    public boolean isWritable() {
        return !marks.calculated() && !marks.readOnlyValue();
    }

    public Optional<Choice> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    /** The same property, deleted or alive again. */
    public Property archived(boolean gone, long now) {
        Marks other =
                new Marks(marks.unique(), marks.calculated(), gone, marks.hubspotDefined(), marks.readOnlyValue());
        return new Property(
                name, label, description, type, fieldType, groupName, options, other, rules, createdAt, now);
    }

    /** The same definition under another internal name, as a new property. */
    public Property named(String other, long now) {
        return new Property(other, label, description, type, fieldType, groupName, options, marks, rules, now, now);
    }
}
