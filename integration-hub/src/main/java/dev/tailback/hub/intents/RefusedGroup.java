package dev.tailback.hub.intents;

import io.micronaut.data.annotation.MappedEntity;

/** How many records a CRM refused for the same cause. */
@MappedEntity
public record RefusedGroup(String crm, String code, long records) {}
