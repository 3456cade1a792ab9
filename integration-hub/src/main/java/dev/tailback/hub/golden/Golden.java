package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** One thing of which CRMs hold copies. */
@MappedEntity("golden")
public record Golden(@Id UUID id, String entity, Instant createdAt) {}
