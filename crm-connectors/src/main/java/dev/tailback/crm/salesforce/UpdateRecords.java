package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.text.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Updates only records that hold what we believe. The connector reads and compares; then each update goes with
 * If-Unmodified-Since, so that Salesforce refuses it where anybody saved the record in between. The header knows whole
 * seconds: a person who saves in the very second of our reading is not seen, and is found by the next changes.
 */
final class UpdateRecords {

    /** The most calls inside a composite. */
    private static final int TOGETHER = 25;

    /** A record that is saved without a change of these fields again and again is left for later. */
    private static final int MOST_TRIES = 3;

    private static final int CONDITION_FAILED = 412;

    private final OrgCalls calls;
    private final ReadRows rows;

    UpdateRecords(OrgCalls calls, ReadRows rows) {
        this.calls = calls;
        this.rows = rows;
    }

    void update(RecordJson json, SortedMap<Integer, Write.Update> updates, Board board) {
        SortedMap<Integer, Write.Update> open = new TreeMap<>(updates);
        for (int tries = 0; tries < MOST_TRIES && !open.isEmpty() && !board.isStopped(); tries++) {
            Map<Integer, Instant> stamps = compared(json, open, board);
            List<Integer> ready = new ArrayList<>(stamps.keySet());
            for (int from = 0; from < ready.size() && !board.isStopped(); from += TOGETHER) {
                send(json, open, stamps, ready.subList(from, Math.min(ready.size(), from + TOGETHER)), board);
            }
            open.keySet().removeIf(write -> !board.isOpen(write));
        }
        if (!board.isStopped()) {
            open.keySet().forEach(write -> board.told(write, savedAgain()));
        }
    }

    private static Written savedAgain() {
        return new Written.Refused(
                "SAVED_MEANWHILE", "The record is being saved again and again: try later.", Optional.empty(), true);
    }

    /** The times of those records that hold what we believe; all others are answered. */
    private Map<Integer, Instant> compared(RecordJson json, SortedMap<Integer, Write.Update> open, Board board) {
        List<String> fields = open.values().stream()
                .flatMap(update -> update.believed().keySet().stream())
                .distinct()
                .toList();
        List<String> ids = open.values().stream().map(Write.Update::id).toList();
        return rows.byId(json.object().name(), ids, fields)
                .fold(
                        held -> compared(json, open, held, board),
                        refused -> stopped(
                                board, new Sent.NotTaken(refused.code(), refused.reason(), Optional.empty(), true)),
                        away -> stopped(
                                board, new Sent.NotTaken(away.code(), away.reason(), away.retryAfter(), false)));
    }

    private static Map<Integer, Instant> stopped(Board board, Sent.NotTaken why) {
        board.stop(why);
        return Map.of();
    }

    private static Map<Integer, Instant> compared(
            RecordJson json, SortedMap<Integer, Write.Update> open, List<SourceRecord> held, Board board) {
        Map<Integer, Instant> stamps = new TreeMap<>();
        open.forEach((write, update) -> {
            Optional<SourceRecord> now = held.stream()
                    .filter(record -> isRecord(update.id()) && Soql.sameRecord(record.id(), update.id()))
                    .findFirst();
            if (now.isEmpty()) {
                board.told(write, new Written.Gone());
            } else if (holds(json, now.get(), update)) {
                stamps.put(write, now.get().changedAt());
            } else {
                board.told(write, new Written.Conflict(now.get()));
            }
        });
        return stamps;
    }

    private static boolean isRecord(String id) {
        return Soql.isId(id);
    }

    private static boolean holds(RecordJson json, SourceRecord now, Write.Update update) {
        return update.believed().entrySet().stream()
                .allMatch(believed -> json.isSame(
                        believed.getKey(), now.values().getOrDefault(believed.getKey(), ""), believed.getValue()));
    }

    private void send(
            RecordJson json,
            SortedMap<Integer, Write.Update> open,
            Map<Integer, Instant> stamps,
            List<Integer> some,
            Board board) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("allOrNone", false);
        ArrayNode list = body.putArray("compositeRequest");
        for (int write : some) {
            Write.Update update = at(open, write);
            ObjectNode call = list.addObject()
                    .put("method", "PATCH")
                    .put("url", calls.data("/sobjects/" + json.object().name() + "/" + update.id()))
                    .put("referenceId", "w" + write);
            call.putObject("httpHeaders").put("If-Unmodified-Since", header(at(stamps, write)));
            call.set("body", json.plain(update.values()));
        }
        answer(calls.post("/composite", body.toString()), open, some, board);
    }

    private static <T> T at(Map<Integer, T> all, int write) {
        return Optional.ofNullable(all.get(write)).orElseThrow();
    }

    private static String header(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }

    private static void answer(Sent sent, SortedMap<Integer, Write.Update> open, List<Integer> some, Board board) {
        Optional<Sent.Lost> lost = sent.fold(answer -> told(answer, open, some, board), Optional::of, notTaken -> {
            board.stop(notTaken);
            return Optional.empty();
        });
        lost.ifPresent(why -> board.lost(some, why));
    }

    private static Optional<Sent.Lost> told(
            CrmAnswer answer, SortedMap<Integer, Write.Update> open, List<Integer> some, Board board) {
        if (answer.status() >= 400) {
            CallFailure failure = CallFailure.of(answer.status(), answer.text());
            board.stop(new Sent.NotTaken(failure.code(), failure.reason(), Optional.empty(), true));
            return Optional.empty();
        }
        Map<String, JsonNode> parts = new HashMap<>();
        answer.json()
                .path("compositeResponse")
                .forEach(part -> parts.put(part.path("referenceId").asText(""), part));
        if (parts.size() != some.size()) {
            return Optional.of(new Sent.Lost("UNUSABLE_ANSWER", answer.unusable("Salesforce")));
        }
        some.forEach(write -> one(parts.getOrDefault("w" + write, Json.nothing()), write, open, board));
        return Optional.empty();
    }

    /** One whose condition failed stays open, to be read and compared again. */
    private static void one(JsonNode part, int write, SortedMap<Integer, Write.Update> open, Board board) {
        int status = part.path("httpStatusCode").asInt(0);
        if (status >= 200 && status < 300) {
            board.told(write, new Written.Accepted(at(open, write).id(), false, Map.of()));
        } else if (status == 0) {
            board.told(write, new Written.Unknown("Salesforce's answer has no verdict about this record."));
        } else if (status != CONDITION_FAILED) {
            board.told(write, SaveResult.ofCall(part.path("body")));
        }
    }
}
