package dev.tailback.hub.api;

import dev.tailback.hub.stewards.Merge;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.stewards.UndoMerge;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.security.Principal;
import java.util.List;

/** Merges that can be undone. */
@Controller("/api/hub/merges")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class MergesApi {

    private static final int MOST = 100;

    private final UndoMerge undo;

    MergesApi(UndoMerge undo) {
        this.undo = undo;
    }

    /** The newest first; 100 at most. */
    @Get
    public List<Merge> merges() {
        return undo.merges(MOST);
    }

    @Post("/{id}/undo")
    @Secured("operator")
    public HttpResponse<?> undo(long id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller);
        Said said = new Said(order.who(), order.note());
        order.checked();
        if (!undo.undo(id, said)) {
            throw HubProblems.notOpen("merge " + id);
        }
        return HttpResponse.noContent();
    }
}
