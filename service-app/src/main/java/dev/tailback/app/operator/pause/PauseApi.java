package dev.tailback.app.operator.pause;

import dev.tailback.app.input.JsonBody;
import dev.tailback.app.input.JsonObject;
import dev.tailback.app.operator.operations.Reason;
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
import java.util.Set;

/** Holding the way to Salesforce up, over HTTP. */
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
     * Nothing more is sent until somebody resumes, whatever is restarted. What is in workers' hands is still settled.
     *
     * @param body why
     * @param principal who asks
     * @return the pause as it is now
     */
    @Post("/pause")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    PauseView pause(@Body JsonBody body, Principal principal) {
        return pause.pause(principal.getName(), Because.of(body).why());
    }

    /**
     * Sending goes on.
     *
     * @param body why
     * @param principal who asks
     * @return no pause
     */
    @Post("/resume")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    PauseView resume(@Body JsonBody body, Principal principal) {
        return pause.resume(principal.getName(), Because.of(body).why());
    }

    /** Why somebody does it. */
    @Serdeable
    record Because(String why) {

        static Because of(JsonBody body) {
            JsonObject asked = body.object(Set.of("why"));
            Because because = new Because(Reason.required(asked));
            asked.refuse();
            return because;
        }
    }
}
