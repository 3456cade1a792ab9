package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.Weight;

/**
 * What a CRM describes otherwise than before.
 *
 * @param field empty where it is about the object
 */
public record SchemaChange(Weight weight, String object, String field, String sentence) {}
