package dev.tailback.app.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a request's history.
 *
 * @param reason as the person gave it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RequestEventView(Instant at, String who, RequestAction what, Optional<String> reason) {}
