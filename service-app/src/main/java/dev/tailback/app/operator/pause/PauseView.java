package dev.tailback.app.operator.pause;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.operator.operations.Operation;
import dev.tailback.app.operator.operations.OperatorAction;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Whether an operator has paused sending.
 *
 * @param who paused or resumed last; null when there was no pause yet
 * @param reason as that operator gave it
 * @param why the old name of {@code reason}; goes with the next version
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PauseView(
        boolean paused,
        @Nullable String who,
        @Nullable Instant at,
        @Nullable String reason,
        @Schema(deprecated = true) @Nullable String why) {

    static final PauseView NEVER = new PauseView(false, null, null, null, null);

    static PauseView of(Operation last) {
        return new PauseView(last.what() == OperatorAction.PAUSED, last.who(), last.at(), last.reason(), last.reason());
    }
}
