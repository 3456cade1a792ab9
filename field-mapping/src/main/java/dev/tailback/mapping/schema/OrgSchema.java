package dev.tailback.mapping.schema;

import java.util.List;
import java.util.Optional;

/** The described objects of an org: not all that it has, but those that somebody asked for. */
public record OrgSchema(List<OrgObject> objects) {

    public OrgSchema {
        objects = List.copyOf(objects);
    }

    /** API names are the same in any case. */
    public Optional<OrgObject> object(String name) {
        return objects.stream()
                .filter(object -> object.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
