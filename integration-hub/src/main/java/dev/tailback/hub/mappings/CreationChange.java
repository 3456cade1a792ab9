package dev.tailback.hub.mappings;

import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * That two mappings of a CRM differ in whether, or how, customers are created in an object.
 *
 * @param before how they were; empty where none were
 * @param after how they will be; empty where none will
 */
public record CreationChange(String object, String entity, Optional<Creates> before, Optional<Creates> after) {

    /** In the order of objects. */
    public static List<CreationChange> between(CrmMapping before, CrmMapping after) {
        TreeSet<String> objects = new TreeSet<>();
        before.objects().forEach(mapped -> objects.add(mapped.object()));
        after.objects().forEach(mapped -> objects.add(mapped.object()));
        return objects.stream()
                .map(object -> of(object, before, after))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static CreationChange of(String object, CrmMapping before, CrmMapping after) {
        String entity = after.object(object)
                .or(() -> before.object(object))
                .map(MappedObject::entity)
                .orElseThrow();
        return new CreationChange(
                object,
                entity,
                before.object(object).flatMap(MappedObject::creates),
                after.object(object).flatMap(MappedObject::creates));
    }

    public String sentence() {
        return after.map(how -> "A " + entity + " that the CRM has none of is created in " + object
                        + ", with its key in " + how.key() + ".")
                .orElse("Nothing is created in " + object + " any more; what was created stays.");
    }
}
