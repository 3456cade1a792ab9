package dev.tailback.salesforce.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import dev.tailback.salesforce.usage.RowError;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the sync-worker never does, and an org must refuse: values that no entry has, a row's change past its external
 * id, the change of a contract, the deletion of usage.
 */
public final class TrialCalls {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_ERRORS = 20;

    private final SalesforceSession session;
    private final SignedCalls calls;
    private final Mapping mapping;

    public TrialCalls(SalesforceSession session, Mapping mapping) {
        this.session = session;
        this.calls = new SignedCalls(session);
        this.mapping = mapping;
    }

    /** One call. */
    private interface Call {
        OrgAnswer make(SignedCalls.Bounds bounds) throws CallBroken;
    }

    /** The snapshot as the worker would send it, but for one value, which may be of any kind. */
    public Trial upsert(UsageSnapshot snapshot, Idea changed, Object value) {
        try {
            ObjectNode record = (ObjectNode) Json.MAPPER.readTree(UsageWriter.json(mapping, snapshot));
            record.set(mapping.field(changed), Json.MAPPER.valueToTree(value));
            ObjectNode body = Json.MAPPER.createObjectNode().put("allOrNone", false);
            body.putArray("records").add(record);
            String path =
                    data("/composite/sobjects/" + mapping.object(Part.USAGE) + "/" + mapping.field(Idea.EXTERNAL_ID));
            return made(bounds -> calls.patch(path, body.toString(), bounds));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a record of ours is no JSON", ours);
        }
    }

    /** The snapshot in a call of its own, as clients without batches send it. */
    public Trial upsertAlone(UsageSnapshot snapshot) {
        String path = data("/sobjects/" + mapping.object(Part.USAGE) + "/" + mapping.field(Idea.EXTERNAL_ID) + "/"
                + snapshot.entryId());
        String body = single(mapping, snapshot);
        return made(bounds -> calls.patch(path, body, bounds));
    }

    /** The record without what stands in the path already. */
    static String single(Mapping mapping, UsageSnapshot snapshot) {
        try {
            ObjectNode record = (ObjectNode) Json.MAPPER.readTree(UsageWriter.json(mapping, snapshot));
            record.remove(List.of("attributes", mapping.field(Idea.EXTERNAL_ID)));
            return record.toString();
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a record of ours is no JSON", ours);
        }
    }

    /** Changes one field of a record by Salesforce's own id. */
    public Trial change(Part part, String salesforceId, Idea idea, Object value) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.set(mapping.field(idea), Json.MAPPER.valueToTree(value));
        return made(bounds -> calls.patch(row(part, salesforceId), body.toString(), bounds));
    }

    /**
     * Writes into a contract what it holds already, so that nothing changes where that is allowed.
     *
     * @return empty where the mapping has no field of the contract itself for it, or the contract cannot be read
     */
    public Optional<Trial> rewriteContract(String contractId) {
        String field = mapping.field(Idea.FULFILLED);
        if (!Soql.isId(contractId) || field.contains(".")) {
            return Optional.empty();
        }
        String soql = "SELECT Id, " + field + " FROM " + mapping.object(Part.CONTRACT) + " WHERE Id = "
                + Soql.quoted(contractId);
        Optional<JsonNode> held = new OrgQuery(session)
                .rows(soql, row -> row.path(field))
                .fold(
                        found -> found.value().stream().findFirst(),
                        Optional::empty,
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty());
        return held.map(value -> change(Part.CONTRACT, contractId, Idea.FULFILLED, value));
    }

    public Trial delete(String usageId) {
        return made(bounds -> calls.delete(row(Part.USAGE, usageId), bounds));
    }

    private String row(Part part, String salesforceId) {
        return data("/sobjects/" + mapping.object(part) + "/" + salesforceId);
    }

    private String data(String path) {
        return "/services/data/" + session.configuration().apiVersion() + path;
    }

    private Trial made(Call call) {
        try {
            return read(call.make(new SignedCalls.Bounds(session.configuration().writeTimeout(), MOST_BYTES)));
        } catch (LoginFailed failure) {
            return Trial.unknown(0, failure.code(), failure.getMessage());
        } catch (CallBroken broken) {
            return Trial.unknown(0, broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            return Trial.unknown(0, "NOT_SENT", "The call could not be built.");
        }
    }

    /** An upsert answers with a list of results, a single change with nothing, a refusal with a list of errors. */
    private static Trial read(OrgAnswer answer) {
        if (answer.status() >= 300) {
            return failed(answer);
        }
        JsonNode result = answer.json().orElseGet(Json::nothing).path(0);
        if (result.path("success").isBoolean() && !result.path("success").booleanValue()) {
            return Trial.refused(answer.status(), errors(result.path("errors"), "statusCode"));
        }
        return new Trial(
                Trial.Fate.SAVED,
                answer.status(),
                Optional.ofNullable(result.path("id").textValue()),
                result.path("created").asBoolean(false),
                List.of());
    }

    private static Trial failed(OrgAnswer answer) {
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> Trial.refused(
                                answer.status(), errors(answer.json().orElseGet(Json::nothing), "errorCode")),
                        foreign -> Trial.unknown(answer.status(), foreign.code(), foreign.reason()),
                        outage -> Trial.unknown(answer.status(), outage.code(), outage.reason()));
    }

    private static List<RowError> errors(JsonNode list, String code) {
        List<RowError> errors = new ArrayList<>();
        for (JsonNode error : list) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(new RowError(
                        ForeignText.line(error.path(code).asText("UNKNOWN"), 100),
                        ForeignText.line(error.path("message").asText(""), 500),
                        List.of()));
            }
        }
        return errors;
    }
}
