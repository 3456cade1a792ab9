package dev.tailback.hub.drift;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A schema of a CRM. @param seenAt when it was seen first, by the database's clock */
@MappedEntity("schema_version")
public record SchemaVersion(@Id long id, String crm, String stamp, Instant seenAt) {}
