package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what it takes to create a record with what a CRM has: one sentence for each mistake. */
record CreateCheck(MappedObject mapped, Creates creates, OrgObject object) {

    /** The key is a golden record's id. */
    private static final int LENGTH_OF_KEY = 36;

    Stream<String> wrong() {
        return Stream.concat(
                key().stream(), object.fields().stream().filter(this::isGiven).flatMap(field -> field(field).stream()));
    }

    private Optional<String> key() {
        String place = mapped.object() + "." + creates.key();
        Optional<OrgField> found = object.fields().stream()
                .filter(field -> field.name().equals(creates.key()))
                .findFirst();
        return found.isEmpty()
                ? Optional.of(MappingCheck.absent(object, place, creates.key()))
                : key(place, found.get());
    }

    private static Optional<String> key(String place, OrgField field) {
        if (!field.isUnique() && !field.isExternalId()) {
            return Optional.of(place + " is not unique in the CRM, so a repeat could create a record twice: make it"
                    + " unique (in Salesforce an External ID), or choose another field as the key.");
        }
        if (!field.isCreateable() || !field.isUpdateable()) {
            return Optional.of(place + " cannot be written by this user, and the key must be: give the right.");
        }
        boolean canHold = field.type().equals("string") && (field.length() == 0 || field.length() >= LENGTH_OF_KEY);
        return canHold
                ? Optional.empty()
                : Optional.of(place + " must be a text with room for " + LENGTH_OF_KEY + " letters to be the key.");
    }

    /** The key is looked at alone. Relations are not written; a CRM fills its own, as the owner. */
    private boolean isGiven(OrgField field) {
        return !field.name().equals(creates.key()) && !field.type().equals("reference");
    }

    private Optional<String> field(OrgField field) {
        String place = mapped.object() + "." + field.name();
        Optional<String> attribute = mapped.attribute(field.name());
        if (attribute.isPresent() && field.isUpdateable() && !field.isCreateable()) {
            return Optional.of(place
                    + " cannot be given to a new record by this user: give the right, or choose another" + " field.");
        }
        boolean isRequired = field.isCreateable() && !field.isNillable() && !field.isDefaulted();
        return attribute
                .map(name -> isRequired && !creates.needs().contains(name)
                        ? Optional.of(
                                place + " is required in a new record: name its attribute, " + name + ", in 'needs'.")
                        : Optional.<String>empty())
                .orElseGet(() -> isRequired
                        ? Optional.of(place + " is required in a new record and is not mapped: map it and name its"
                                + " attribute in 'needs', or let the CRM fill it.")
                        : Optional.empty());
    }
}
