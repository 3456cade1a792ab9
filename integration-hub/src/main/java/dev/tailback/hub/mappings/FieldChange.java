package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.MappedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One difference between two mappings of a CRM.
 *
 * @param before the field that stood for the attribute; empty where none did
 * @param after the field that will; empty where none will
 */
public record FieldChange(
        String object, String entity, String attribute, Optional<String> before, Optional<String> after) {

    /** In the order of objects and attributes. An object that changes its entity goes and comes. */
    public static List<FieldChange> between(CrmMapping before, CrmMapping after) {
        TreeSet<String> objects = new TreeSet<>();
        before.objects().forEach(mapped -> objects.add(mapped.object()));
        after.objects().forEach(mapped -> objects.add(mapped.object()));
        List<FieldChange> changes = new ArrayList<>();
        objects.forEach(object -> of(object, before.object(object), after.object(object), changes));
        return List.copyOf(changes);
    }

    private static void of(
            String object, Optional<MappedObject> before, Optional<MappedObject> after, List<FieldChange> changes) {
        boolean isSame = before.map(MappedObject::entity).equals(after.map(MappedObject::entity));
        if (isSame && before.isPresent() && after.isPresent()) {
            fields(
                    object,
                    before.get().entity(),
                    before.get().fields(),
                    after.get().fields(),
                    changes);
        } else {
            before.ifPresent(gone -> fields(object, gone.entity(), gone.fields(), Map.of(), changes));
            after.ifPresent(come -> fields(object, come.entity(), Map.of(), come.fields(), changes));
        }
    }

    private static void fields(
            String object,
            String entity,
            Map<String, String> before,
            Map<String, String> after,
            List<FieldChange> changes) {
        TreeSet<String> attributes = new TreeSet<>(before.keySet());
        attributes.addAll(after.keySet());
        attributes.stream()
                .map(attribute -> new FieldChange(
                        object,
                        entity,
                        attribute,
                        Optional.ofNullable(before.get(attribute)),
                        Optional.ofNullable(after.get(attribute))))
                .filter(Predicate.not(change -> change.before().equals(change.after())))
                .forEach(changes::add);
    }

    /** Whether the object must be read from its beginning: of a field that was not asked for nothing is known. */
    public boolean isToBeRead() {
        return after.isPresent();
    }

    public String sentence() {
        String what = attribute + " of " + entity;
        return before.map(was -> after.map(is -> what + " is in " + object + "." + is + ", no longer in " + was + ".")
                        .orElseGet(() -> what + " is no longer taken from " + object + "." + was + "."))
                .orElseGet(() -> what + " is in " + object + "." + after.orElse("") + ".");
    }
}
