package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.drift.WatchSchemas;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.security.Principal;

/** Somebody has mended a CRM's schema or a right there, and does not want to wait for the next look at it. */
@Controller("/api/hub/crms/{crm}/drift")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
public class LookAtSchemaApi {

    private final ConnectedCrms crms;
    private final WatchSchemas watch;
    private final Audit audit;
    private final Transactions transactions;

    LookAtSchemaApi(ConnectedCrms crms, WatchSchemas watch, Audit audit, Transactions transactions) {
        this.crms = crms;
        this.watch = watch;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What stopped and can be used again goes on in seconds, unless the CRM is away or paused. */
    @Post("/look")
    public HttpResponse<?> look(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller);
        String note = order.note();
        order.checked();
        HubProblems.mustBeConnected(crms, crm);
        transactions.write(() -> {
            watch.lookSoon(crm);
            audit.keep(Act.about(Deed.SCHEMA_ASKED, crm, order.who(), note));
            return true;
        });
        return HttpResponse.noContent();
    }
}
