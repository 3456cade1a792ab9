package dev.tailback.hub.entity;

import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that the CRMs keep in common, as company or person.
 *
 * @param personal whether it holds personal data: then one of it can be erased
 */
public record Entity(String name, Labels labels, List<Attribute> attributes, boolean personal) {

    public Entity {
        attributes = List.copyOf(attributes);
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** In the order of the declaration. */
    public List<Attribute> ofKind(AttributeKind kind) {
        return attributes.stream().filter(one -> one.kind() == kind).toList();
    }
}
