package dev.tailback.hub.api;

import dev.tailback.hub.allowance.CrmState;
import dev.tailback.hub.allowance.CrmStates;
import dev.tailback.hub.allowance.PauseCrm;
import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.database.Transactions;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpResponse;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The connected CRMs: how it stands with each, and an operator's pause. */
@Controller("/api/hub/crms")
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
public class CrmsApi {

    private final ConnectedCrms crms;
    private final CrmStates states;
    private final PauseCrm pause;
    private final Audit audit;
    private final Transactions transactions;

    CrmsApi(ConnectedCrms crms, CrmStates states, PauseCrm pause, Audit audit, Transactions transactions) {
        this.crms = crms;
        this.states = states;
        this.pause = pause;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Get
    public List<CrmView> all() {
        return crms.all().stream().map(this::view).toList();
    }

    private CrmView view(Connection connection) {
        return new CrmView(
                connection.crm(),
                crms.kind(connection.crm()).orElse(""),
                states.of(connection.crm()),
                connection.objects().stream().map(ObjectView::of).toList());
    }

    /** Nothing is sent to it until it is resumed. */
    @Post("/{crm}/pause")
    @Secured("operator")
    public HttpResponse<?> pause(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        return act(crm, body, caller, Deed.PAUSED);
    }

    @Post("/{crm}/resume")
    @Secured("operator")
    public HttpResponse<?> resume(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        return act(crm, body, caller, Deed.RESUMED);
    }

    private HttpResponse<?> act(String crm, JsonBody body, Principal caller, Deed deed) {
        Order order = Order.of(body, caller);
        String note = order.note();
        order.checked();
        HubProblems.mustBeConnected(crms, crm);
        transactions.write(() -> {
            boolean changed = deed == Deed.PAUSED
                    ? pause.pause(crm, caller.getName(), note)
                    : pause.resume(crm, caller.getName(), note);
            if (changed) {
                audit.keep(Act.about(deed, crm, caller.getName(), note));
            }
            return changed;
        });
        return HttpResponse.noContent();
    }

    /** @param state empty while it was never asked */
    @Serdeable
    public record CrmView(String crm, String kind, Optional<CrmState> state, List<ObjectView> objects) {}

    /** @param unasked fields that the CRM cannot tell now @param unwritten fields that nobody may write now */
    @Serdeable
    public record ObjectView(
            String object, String entity, Map<String, String> fields, Set<String> unasked, Set<String> unwritten) {

        static ObjectView of(MappedObject mapped) {
            return new ObjectView(
                    mapped.object(), mapped.entity(), mapped.fields(), mapped.unasked(), mapped.unwritten());
        }
    }
}
