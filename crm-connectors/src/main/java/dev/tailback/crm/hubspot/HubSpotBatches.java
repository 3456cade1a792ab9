package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.text.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends batches and reads their answers in the body, since the status does not tell: errors stand beside results also in a
 * 200. A batch that is refused as a whole is sent again in halves.
 */
final class HubSpotBatches {

    private static final Set<String> FOR_NOW = Set.of("INTERNAL_ERROR", "RATE_LIMITS", "CONFLICT_RETRY");
    private static final Set<String> GONE = Set.of("OBJECT_NOT_FOUND", "NOT_FOUND");

    private final HubSpotCalls calls;

    HubSpotBatches(HubSpotCalls calls) {
        this.calls = calls;
    }

    /** What is done with each input. */
    enum Kind {
        CREATE,
        UPDATE,
        UPSERT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void send(String object, Kind kind, SortedMap<Integer, HubSpotInput> inputs, Board board) {
        if (inputs.isEmpty() || board.isStopped()) {
            return;
        }
        ObjectNode body = Json.MAPPER.createObjectNode();
        inputs.forEach((write, input) -> body.withArray("inputs").add(input.json("w" + write)));
        Sent sent = calls.post("/crm/objects/2026-09/" + object + "/batch/" + kind.word(), body);
        sent.<Runnable>fold(
                        answer -> () -> answered(object, kind, inputs, board, answer),
                        lost -> () -> board.lost(inputs.keySet(), lost),
                        notTaken -> () -> board.stop(notTaken))
                .run();
    }

    private void answered(
            String object, Kind kind, SortedMap<Integer, HubSpotInput> inputs, Board board, CrmAnswer answer) {
        if (answer.status() >= 400) {
            HubSpotError error = HubSpotError.of(answer).orElseThrow();
            if (inputs.size() == 1) {
                board.told(inputs.firstKey(), refused(kind, error));
            } else {
                halved(object, kind, inputs, board);
            }
            return;
        }
        JsonNode results = answer.json().path("results");
        if (!results.isArray()) {
            board.lost(inputs.keySet(), new Sent.Lost("UNUSABLE_ANSWER", answer.unusable(HubSpotCalls.CRM)));
            return;
        }
        told(kind, inputs, board, results, errors(answer.json().path("errors")));
    }

    private void halved(String object, Kind kind, SortedMap<Integer, HubSpotInput> inputs, Board board) {
        List<Integer> places = new ArrayList<>(inputs.keySet());
        int middle = places.get(places.size() / 2);
        send(object, kind, new TreeMap<>(inputs.headMap(middle)), board);
        send(object, kind, new TreeMap<>(inputs.tailMap(middle)), board);
    }

    private static List<HubSpotError> errors(JsonNode list) {
        List<HubSpotError> errors = new ArrayList<>();
        for (JsonNode error : list) {
            if (errors.size() < WriteHubSpotRecords.MOST) {
                errors.add(HubSpotError.of(error));
            }
        }
        return errors;
    }

    private static void told(
            Kind kind,
            SortedMap<Integer, HubSpotInput> inputs,
            Board board,
            JsonNode results,
            List<HubSpotError> errors) {
        MatchResults matched = MatchResults.of(inputs, results);
        inputs.forEach((write, input) -> {
            Optional<JsonNode> result = matched.of(write);
            if (result.isPresent()) {
                board.told(write, accepted(kind, input, result.get()));
            } else {
                board.told(write, failed(kind, "w" + write, input, inputs, errors));
            }
        });
    }

    private static Written accepted(Kind kind, HubSpotInput input, JsonNode result) {
        String id = result.path("id").asText("");
        if (!ReadHubSpotRecords.ID.matcher(id).matches()) {
            return new Written.Unknown("HubSpot's answer names no id for this record.");
        }
        boolean isNew =
                kind == Kind.CREATE || kind == Kind.UPSERT && result.path("new").asBoolean(false);
        return new Written.Accepted(id, isNew, stored(input, result.path("properties")));
    }

    /** HubSpot's answer holds the values as it stores them; what it leaves out is not told. */
    private static Map<String, String> stored(HubSpotInput input, JsonNode properties) {
        Map<String, String> stored = new HashMap<>();
        for (String field : input.values().keySet()) {
            JsonNode value = properties.path(field);
            if (value.isTextual() || value.isNull()) {
                stored.put(field, value.isNull() ? "" : value.textValue());
            }
        }
        return stored;
    }

    /** The error that names this input; one that names none is about the only input. */
    private static Written failed(
            Kind kind, String trace, HubSpotInput input, Map<Integer, HubSpotInput> all, List<HubSpotError> errors) {
        return errors.stream()
                .filter(error -> error.traces().contains(trace)
                        || input.id().filter(error.ids()::contains).isPresent()
                        || all.size() == 1)
                .findFirst()
                .map(error -> refused(kind, error))
                .orElseGet(() -> new Written.Unknown("HubSpot's answer does not name this record."));
    }

    private static Written refused(Kind kind, HubSpotError error) {
        if (kind == Kind.UPDATE && GONE.contains(error.code())) {
            return new Written.Gone();
        }
        return new Written.Refused(error.code(), error.message(), error.field(), FOR_NOW.contains(error.code()));
    }
}
