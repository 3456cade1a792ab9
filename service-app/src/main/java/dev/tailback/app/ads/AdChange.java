package dev.tailback.app.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * A person changed one field of an ad.
 *
 * @param reason as the person gave it
 * @param version the ad's version since then
 * @param before as text; empty when there was none
 * @param after as text; empty when there is none any more
 */
@Serdeable
@Introspected
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AdChange(
        Instant at,
        String who,
        Optional<String> reason,
        long version,
        AdField field,
        Optional<String> before,
        Optional<String> after) {}
