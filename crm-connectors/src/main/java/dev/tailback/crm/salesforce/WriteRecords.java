package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a batch: new records as collections, very many upserts as a job, updates one by one with a condition each. */
final class WriteRecords {

    private final OrgObjects objects;
    private final Collections collections;
    private final WriteUpserts upserts;
    private final UpdateRecords updates;
    private final ReadStored stored;
    private final JobClock clock;

    WriteRecords(OrgCalls calls, OrgObjects objects, ReadRows rows, JobClock clock) {
        this.objects = objects;
        this.collections = new Collections(calls);
        this.upserts = new WriteUpserts(calls, collections);
        this.updates = new UpdateRecords(calls, rows);
        this.stored = new ReadStored(objects, rows);
        this.clock = clock;
    }

    Answer<List<Written>> write(String object, List<Write> writes) {
        return writes.isEmpty()
                ? new Answer.Given<>(List.of())
                : objects.object(object).flatMap(described -> write(described, writes));
    }

    private Answer<List<Written>> write(OrgObject object, List<Write> writes) {
        Board board = new Board(writes.size());
        Patience patience = clock.begin();
        RecordJson json = new RecordJson(object);
        Sorted sorted = sorted(json, writes, board);
        collections.create(sorted.creates(), board);
        sorted.upserts()
                .forEach((field, calls) -> calls.forEach(some -> upserts.write(json, field, some, board, patience)));
        updates.update(json, sorted.updates(), board);
        if (!patience.isOver()) {
            stored.read(object.name(), writes, board);
        }
        Answer<List<Written>> answer = board.answer();
        if (isOfAnotherSchema(answer)) {
            objects.forget(object.name());
        }
        return answer;
    }

    /** The writes by their kind, each with its place in the batch. A key stands once in a call: Salesforce refuses both. */
    private record Sorted(
            TreeMap<Integer, ObjectNode> creates,
            Map<String, List<TreeMap<Integer, Write.Upsert>>> upserts,
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
                    List<TreeMap<Integer, Write.Upsert>> calls =
                            sorted.upserts().computeIfAbsent(upsert.keyField(), field -> new ArrayList<>());
                    int call = keys.merge(
                            upsert.keyField() + " " + upsert.key().toLowerCase(Locale.ROOT),
                            0,
                            (some, zero) -> some + 1);
                    while (calls.size() <= call) {
                        calls.add(new TreeMap<>());
                    }
                    return calls.get(call).put(at, upsert);
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
