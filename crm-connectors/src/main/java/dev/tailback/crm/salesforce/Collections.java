package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Sends records as collections. A collection that is refused as a whole is sent again in halves. */
final class Collections {

    /** The most records of a collection. */
    static final int MOST = 200;

    private static final String PATH = "/composite/sobjects";

    private final OrgCalls calls;

    Collections(OrgCalls calls) {
        this.calls = calls;
    }

    void create(SortedMap<Integer, ObjectNode> records, Board board) {
        send(records, board, true, body -> calls.post(PATH, body));
    }

    void upsert(String object, String keyField, SortedMap<Integer, ObjectNode> records, Board board) {
        send(records, board, false, body -> calls.patch(PATH + "/" + object + "/" + keyField, body));
    }

    private void send(SortedMap<Integer, ObjectNode> records, Board board, boolean isNew, Function<String, Sent> call) {
        if (records.isEmpty() || board.isStopped()) {
            return;
        }
        Optional<CallFailure> whole = call.apply(body(records))
                .fold(
                        answer -> answered(answer, records, board, isNew),
                        lost -> {
                            board.lost(records.keySet(), lost);
                            return Optional.empty();
                        },
                        notTaken -> {
                            board.stop(notTaken);
                            return Optional.empty();
                        });
        whole.ifPresent(failure -> refused(failure, records, board, isNew, call));
    }

    private static String body(SortedMap<Integer, ObjectNode> records) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("allOrNone", false);
        ArrayNode list = body.putArray("records");
        records.values().forEach(list::add);
        return body.toString();
    }

    /** What refused all of them, if it did. */
    private static Optional<CallFailure> answered(
            CrmAnswer answer, SortedMap<Integer, ObjectNode> records, Board board, boolean isNew) {
        if (answer.status() >= 400) {
            return Optional.of(CallFailure.of(answer.status(), answer.text()));
        }
        JsonNode results = answer.json();
        if (!results.isArray() || results.size() != records.size()) {
            board.lost(records.keySet(), new Sent.Lost("UNUSABLE_ANSWER", answer.unusable("Salesforce")));
            return Optional.empty();
        }
        int at = 0;
        for (int write : records.keySet()) {
            Written written = SaveResult.of(results.get(at++));
            board.told(write, isNew ? asNew(written) : written);
        }
        return Optional.empty();
    }

    /** Salesforce does not say of new records that they are. */
    private static Written asNew(Written written) {
        return written.fold(
                accepted -> new Written.Accepted(accepted.id(), true, accepted.stored()),
                refused -> refused,
                conflict -> conflict,
                gone -> gone,
                unknown -> unknown);
    }

    private void refused(
            CallFailure failure,
            SortedMap<Integer, ObjectNode> records,
            Board board,
            boolean isNew,
            Function<String, Sent> call) {
        if (records.size() == 1) {
            board.told(
                    records.firstKey(), new Written.Refused(failure.code(), failure.reason(), Optional.empty(), false));
            return;
        }
        List<Integer> places = new ArrayList<>(records.keySet());
        int middle = places.get(places.size() / 2);
        send(new TreeMap<>(records.headMap(middle)), board, isNew, call);
        send(new TreeMap<>(records.tailMap(middle)), board, isNew, call);
    }
}
