package dev.tailback.hub.entity;

import java.util.List;

/**
 * One thing that is kept in common about an entity.
 *
 * @param name as files, the API and the database call it, {@code postalCode}
 * @param choices the possible values of a choice; of any other kind none
 * @param refersTo the entity a reference leads to; empty for any other kind
 * @param country the attribute that says in which country a phone number or postal code is; empty where none does
 */
public record Attribute(
        String name,
        Labels labels,
        AttributeKind kind,
        Identifies identifies,
        List<String> choices,
        String refersTo,
        String country,
        Comparing compared) {

    public Attribute {
        choices = List.copyOf(choices);
    }
}
