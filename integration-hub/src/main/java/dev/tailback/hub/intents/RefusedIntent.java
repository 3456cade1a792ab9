package dev.tailback.hub.intents;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * A write that a CRM refused, and that waits for a person.
 *
 * @param recordId empty for a record that was to be created
 * @param reason the CRM's sentence; it may hold a value, so it is shown and not logged
 */
@MappedEntity("intent")
public record RefusedIntent(
        @Id UUID id, UUID goldenId, String crm, String object, String recordId, String code, String reason) {}
