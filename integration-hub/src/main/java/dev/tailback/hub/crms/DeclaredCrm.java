package dev.tailback.hub.crms;

import dev.tailback.hub.connections.MappedObject;
import java.util.List;

/**
 * A CRM as the file names it.
 *
 * @param name as people chose it; it stays, since records are known by it
 * @param objects the first version of its mapping
 */
public record DeclaredCrm(String name, CrmAccess access, List<MappedObject> objects) {

    public DeclaredCrm {
        objects = List.copyOf(objects);
    }

    List<String> objectNames() {
        return objects.stream().map(MappedObject::object).toList();
    }
}
