package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;

/** A link between two records, seen from one of them. */
public record Link(ObjectType from, long fromId, ObjectType to, long toId) {

    Link turned() {
        return new Link(to, toId, from, fromId);
    }
}
