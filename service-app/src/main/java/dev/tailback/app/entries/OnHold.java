package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator holds the entry: with its contract, or with all that was refused with its code.
 *
 * @param who holds it
 * @param until when it ends automatically, if it does
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OnHold(String who, String reason, Instant since, Optional<Instant> until) {}
