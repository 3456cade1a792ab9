package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing of which CRMs hold copies.
 *
 * @param anew whether what was agreed before does not count, since it had other records then
 */
@MappedEntity("golden")
public record Golden(@Id UUID id, String entity, Instant createdAt, boolean anew) {}
