package dev.tailback.app.operator.pause;

import dev.tailback.app.operator.operations.Reason;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;

/** Pausing and resuming over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class PauseApi {

    private final SyncPause pause;

    PauseApi(SyncPause pause) {
        this.pause = pause;
    }

    /**
     * Stops sending until an operator resumes it; no restart does. What workers have already taken is still settled.
     *
     * @param body the reason
     * @param principal who asks
     * @return the pause as it is now
     */
    @Post("/pause")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    PauseView pause(@Body JsonBody body, Principal principal) {
        return pause.pause(principal.getName(), Because.of(body).reason());
    }

    /**
     * Sending continues.
     *
     * @param body the reason
     * @param principal who asks
     * @return no pause
     */
    @Post("/resume")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    PauseView resume(@Body JsonBody body, Principal principal) {
        return pause.resume(principal.getName(), Because.of(body).reason());
    }

    /** The reason for it. {@code why} is the old name, and goes with the next version. */
    @Serdeable
    record Because(String reason) {

        static Because of(JsonBody body) {
            JsonObject asked = body.object(Reason.NAMES);
            Because because = new Because(Reason.required(asked));
            asked.refuse();
            return because;
        }
    }
}
