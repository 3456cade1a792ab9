package dev.tailback.app.operator.holds;

import dev.tailback.web.input.JsonBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;

/** Holding one contract or one cause over HTTP, while everything else goes on. */
@Tag(name = "sync")
@Controller("/api/sync/holds")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class HoldsApi {

    private final SyncHolds holds;
    private final Clock clock;

    HoldsApi(SyncHolds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * What is held now.
     *
     * @return 100 at most, the oldest first
     */
    @Get
    @Secured({"viewer", "finance", "operator"})
    List<HoldView> list() {
        return holds.now();
    }

    /**
     * Holds one contract, or what was refused with one code, until an operator lets it go or its time is over. What
     * workers have already taken is still settled. Holding what is held changes the reason and the end.
     *
     * @param body which, why, and until when
     * @param principal who asks
     * @return how it stands
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldOrder.HoldRequest.class)))
    HttpResponse<HoldView> hold(@Body JsonBody body, Principal principal) {
        return HttpResponse.created(holds.hold(principal.getName(), HoldOrder.toHold(body, clock)));
    }

    /**
     * Lets go what is held.
     *
     * @param body which, and why
     * @param principal who asks
     * @return what is still held
     */
    @Post("/release")
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldOrder.ReleaseRequest.class)))
    List<HoldView> release(@Body JsonBody body, Principal principal) {
        holds.release(principal.getName(), HoldOrder.toLetGo(body));
        return holds.now();
    }
}
