package dev.tailback.hub.api;

import dev.tailback.hub.intents.RefusedGroup;
import dev.tailback.hub.intents.RefusedIntents;
import dev.tailback.hub.intents.RetryRefused;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.List;

/** What CRMs refused, by cause, and a new attempt when the cause is mended. */
@Controller("/api/hub/refused")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class RefusedApi {

    private final RefusedIntents refused;
    private final RetryRefused retry;

    RefusedApi(RefusedIntents refused, RetryRefused retry) {
        this.refused = refused;
        this.retry = retry;
    }

    /** The most frequent cause first. */
    @Get
    public List<RefusedGroup> causes() {
        return refused.groups();
    }

    /** All that one CRM refused for one cause. */
    @Post("/retry")
    @Secured("operator")
    public Retried retry(@Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "crm", "code");
        String crm = order.text("crm");
        String code = order.text("code");
        String note = order.note();
        order.checked();
        return new Retried(retry.all(crm, code, order.who(), note));
    }

    @Serdeable
    public record Retried(long records) {}
}
