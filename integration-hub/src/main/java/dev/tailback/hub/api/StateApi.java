package dev.tailback.hub.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** What flows and what waits, in figures. All but what waits for stewards are 0 when it is quiet. */
@Controller("/api/hub/state")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class StateApi {

    private final StateRows rows;

    StateApi(StateRows rows) {
        this.rows = rows;
    }

    @Get
    public State state() {
        return rows.now();
    }
}
