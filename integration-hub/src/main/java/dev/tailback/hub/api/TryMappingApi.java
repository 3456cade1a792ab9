package dev.tailback.hub.api;

import dev.tailback.crm.Answer;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.suggesting.TriedAttribute;
import dev.tailback.hub.suggesting.TriedRecord;
import dev.tailback.hub.suggesting.TryMapping;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries a mapping on one record: it is read, and nothing is written or kept. */
@Controller("/api/hub/crms/{crm}/mapping/dry-run")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
public class TryMappingApi {

    private final CheckedMapping checked;
    private final TryMapping tries;

    TryMappingApi(CheckedMapping checked, TryMapping tries) {
        this.checked = checked;
        this.tries = tries;
    }

    @Post
    public TriedView read(@OneLine(max = 60) String crm, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "yaml", "object", "record");
        String yaml = order.file("yaml");
        String object = order.text("object");
        String record = order.text("record");
        order.checked();
        MappedObject mapped =
                checked.checked(crm, yaml).object(object).orElseThrow(() -> HubProblems.notMapped(object));
        return TriedView.of(found(tries.read(crm, mapped, record), object, record));
    }

    private static TriedRecord found(Answer<Optional<TriedRecord>> answer, String object, String record) {
        return answer.fold(
                        found -> found,
                        refused -> {
                            throw HubProblems.crmAway(refused.reason());
                        },
                        away -> {
                            throw HubProblems.crmAway(away.reason());
                        })
                .orElseThrow(() -> HubProblems.noRecordThere(object, record));
    }

    /**
     * @param across what the rules of quality say about values that do not go together
     * @param enriched by attribute: what would be taken from other values, for matching
     */
    @Serdeable
    public record TriedView(
            String entity,
            String object,
            String record,
            List<AttributeView> attributes,
            List<String> across,
            Map<String, String> enriched) {

        static TriedView of(TriedRecord tried) {
            return new TriedView(
                    tried.entity(),
                    tried.object(),
                    tried.record(),
                    tried.attributes().stream().map(AttributeView::of).toList(),
                    tried.across(),
                    tried.enriched());
        }
    }

    /**
     * @param raw as the CRM stores it
     * @param holds what the hub would hold; empty where the field is empty or its value is refused
     * @param findings what the rules of quality say
     */
    @Serdeable
    public record AttributeView(
            String attribute, String field, String raw, String holds, boolean refused, List<String> findings) {

        static AttributeView of(TriedAttribute tried) {
            return new AttributeView(
                    tried.attribute(), tried.field(), tried.raw(), tried.holds(), tried.isRefused(), tried.findings());
        }
    }
}
