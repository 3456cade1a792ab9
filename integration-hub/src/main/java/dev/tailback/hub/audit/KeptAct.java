package dev.tailback.hub.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What a person did.
 *
 * @param note empty where none was given, and where a person was erased that it was about
 */
@MappedEntity("act")
public record KeptAct(@Id long id, Deed what, String about, String who, String note, Instant at) {}
