package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.drift.AcceptField;
import dev.tailback.hub.versions.Author;
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

/** A person accepts what is otherwise in a CRM's schema, so that the field that stopped goes on. */
@Controller("/api/hub/crms/{crm}/drift")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
public class AcceptDriftApi {

    private final ConnectedCrms crms;
    private final SuggestedMapping suggested;
    private final AcceptField accept;
    private final Audit audit;
    private final Transactions transactions;

    AcceptDriftApi(
            ConnectedCrms crms,
            SuggestedMapping suggested,
            AcceptField accept,
            Audit audit,
            Transactions transactions) {
        this.crms = crms;
        this.suggested = suggested;
        this.accept = accept;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A suggested new name becomes a mapping like any other: compared, kept, switched on, and put back if it was wrong. */
    @Post("/accept")
    public HttpResponse<?> accept(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "object", "attribute", "field");
        SuggestedField chosen = new SuggestedField(order.text("object"), order.text("attribute"), order.text("field"));
        Author author = new Author(order.who(), order.note());
        order.checked();
        HubProblems.mustBeConnected(crms, crm);
        suggested.switchOn(crm, chosen, author);
        return HttpResponse.noContent();
    }

    /** A field of another type is right as it is now; the next look at the schema lets it go on. */
    @Post("/accept-type")
    public HttpResponse<?> acceptType(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "object", "field");
        String object = order.text("object");
        String field = order.text("field");
        String note = order.note();
        order.checked();
        HubProblems.mustBeConnected(crms, crm);
        transactions.write(() -> {
            if (!accept.accept(crm, object, field, order.who())) {
                throw HubProblems.notOpen("the type of " + object + "." + field);
            }
            audit.keep(Act.about(Deed.FIELD_ACCEPTED, crm + ", " + object + "." + field, order.who(), note));
            return true;
        });
        return HttpResponse.noContent();
    }
}
