package dev.tailback.pause;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;

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
     * @param because why
     * @param principal who asks
     * @return the pause as it is now
     */
    @Post("/pause")
    PauseView pause(@Body @Valid Because because, Principal principal) {
        return pause.pause(principal.getName(), because.why());
    }

    /**
     * Sending goes on.
     *
     * @param because why
     * @param principal who asks
     * @return no pause
     */
    @Post("/resume")
    PauseView resume(@Body @Valid Because because, Principal principal) {
        return pause.resume(principal.getName(), because.why());
    }

    /** Why somebody does it. */
    @Serdeable
    record Because(
            @NotBlank(message = "say why, in up to 500 characters")
            @Size(max = 500, message = "say why, in up to 500 characters")
            String why) {}
}
