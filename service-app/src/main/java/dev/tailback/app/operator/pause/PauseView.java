package dev.tailback.app.operator.pause;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Whether a person holds the way up.
 *
 * @param who paused or resumed last; null when nobody ever did
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PauseView(
        boolean paused,
        @Nullable String who,
        @Nullable Instant at,
        @Nullable String why) {

    static final PauseView NEVER = new PauseView(false, null, null, null);
}
