package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.mapping.schema.OrgObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a batch: new records and upserts as collections, updates one by one with a condition each. */
final class WriteRecords {

    /** The most records of a collection. */
    static final int MOST = 200;

    private final OrgObjects objects;
    private final Collections collections;
    private final UpdateRecords updates;
    private final ReadStored stored;

    WriteRecords(OrgCalls calls, OrgObjects objects, ReadRows rows) {
        this.objects = objects;
        this.collections = new Collections(calls);
        this.updates = new UpdateRecords(calls, rows);
        this.stored = new ReadStored(objects, rows);
    }

    Answer<List<Written>> write(String object, List<Write> writes) {
        return writes.isEmpty()
                ? new Answer.Given<>(List.of())
                : objects.object(object).flatMap(described -> write(described, writes));
    }

    private Answer<List<Written>> write(OrgObject object, List<Write> writes) {
        Board board = new Board(writes.size());
        Sorted sorted = sorted(new RecordJson(object), writes, board);
        collections.create(sorted.creates(), board);
        sorted.upserts()
                .forEach((field, calls) ->
                        calls.forEach(records -> collections.upsert(object.name(), field, records, board)));
        updates.update(new RecordJson(object), sorted.updates(), board);
        stored.read(object.name(), writes, board);
        Answer<List<Written>> answer = board.answer();
        if (isOfAnotherSchema(answer)) {
            objects.forget(object.name());
        }
        return answer;
    }

    /** The writes by their kind, each with its place in the batch. A key stands once in a call: Salesforce refuses both. */
    private record Sorted(
            TreeMap<Integer, ObjectNode> creates,
            Map<String, List<TreeMap<Integer, ObjectNode>>> upserts,
            TreeMap<Integer, Write.Update> updates) {}

    private static Sorted sorted(RecordJson json, List<Write> writes, Board board) {
        Sorted sorted = new Sorted(new TreeMap<>(), new LinkedHashMap<>(), new TreeMap<>());
        Map<String, Integer> keys = new HashMap<>();
        for (int at = 0; at < writes.size(); at++) {
            sort(json, writes.get(at), at, sorted, keys, board);
        }
        return sorted;
    }

    private static void sort(
            RecordJson json, Write write, int at, Sorted sorted, Map<String, Integer> keys, Board board) {
        Optional<Written> unfit = json.unfit(all(write));
        if (unfit.isPresent()) {
            board.decided(at, unfit.get());
            return;
        }
        write.<Object>fold(
                create -> sorted.creates().put(at, json.withType(create.values())),
                update -> sorted.updates().put(at, update),
                upsert -> {
                    List<TreeMap<Integer, ObjectNode>> calls =
                            sorted.upserts().computeIfAbsent(upsert.keyField(), field -> new java.util.ArrayList<>());
                    int call = keys.merge(
                            upsert.keyField() + " " + upsert.key().toLowerCase(Locale.ROOT),
                            0,
                            (some, zero) -> some + 1);
                    while (calls.size() <= call) {
                        calls.add(new TreeMap<>());
                    }
                    return calls.get(call).put(at, json.withType(all(upsert)));
                });
    }

    static Map<String, String> all(Write write) {
        return write.fold(Write.Create::values, Write.Update::values, upsert -> {
            Map<String, String> all = new HashMap<>(upsert.values());
            all.put(upsert.keyField(), upsert.key());
            return all;
        });
    }

    private static boolean isOfAnotherSchema(Answer<List<Written>> answer) {
        return answer.<Boolean>fold(
                given -> given.stream().anyMatch(WriteRecords::isOfAnotherSchema), refused -> true, away -> false);
    }

    private static boolean isOfAnotherSchema(Written written) {
        return written.fold(
                accepted -> false,
                refused ->
                        refused.code().startsWith("INVALID_") || refused.code().equals("JSON_PARSER_ERROR"),
                conflict -> false,
                gone -> false,
                unknown -> false);
    }
}
