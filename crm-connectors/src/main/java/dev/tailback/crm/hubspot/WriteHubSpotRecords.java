package dev.tailback.crm.hubspot;

import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a batch. HubSpot cannot compare at the moment of writing, so an update is read, compared and written at once; what
 * a person saves in between is found by the next changes, and the history of the property keeps it.
 */
final class WriteHubSpotRecords {

    /** The most inputs of a batch. */
    static final int MOST = 100;

    private final HubSpotBatches batches;
    private final ReadHubSpotRecords records;

    WriteHubSpotRecords(HubSpotCalls calls, ReadHubSpotRecords records) {
        this.batches = new HubSpotBatches(calls);
        this.records = records;
    }

    Answer<List<Written>> write(String object, List<Write> writes) {
        if (!HubSpotSettings.NAME.matcher(object).matches()) {
            return new Answer.Refused<>("INVALID_OBJECT", "The object has no name as HubSpot has: check the mapping.");
        }
        Board board = new Board(writes.size());
        Sorted sorted = sorted(writes);
        batches.send(object, HubSpotBatches.Kind.CREATE, sorted.creates(), board);
        sorted.upserts().forEach(call -> batches.send(object, HubSpotBatches.Kind.UPSERT, call, board));
        for (TreeMap<Integer, Write.Update> call : sorted.updates()) {
            batches.send(object, HubSpotBatches.Kind.UPDATE, compared(object, call, board), board);
        }
        return board.answer();
    }

    /** HubSpot refuses a batch in which a record or a key stands twice, so the second goes in a call of its own. */
    private record Sorted(
            TreeMap<Integer, HubSpotInput> creates,
            List<TreeMap<Integer, HubSpotInput>> upserts,
            List<TreeMap<Integer, Write.Update>> updates) {}

    private static Sorted sorted(List<Write> writes) {
        Sorted sorted = new Sorted(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> seen = new HashMap<>();
        for (int at = 0; at < writes.size(); at++) {
            int place = at;
            writes.get(at)
                    .<Object>fold(
                            create -> sorted.creates().put(place, HubSpotInput.of(create)),
                            update -> call(sorted.updates(), seen, "id " + update.id())
                                    .put(place, update),
                            upsert -> call(
                                            sorted.upserts(),
                                            seen,
                                            "key " + upsert.key().toLowerCase(Locale.ROOT))
                                    .put(place, HubSpotInput.of(upsert)));
        }
        return sorted;
    }

    private static <T> TreeMap<Integer, T> call(
            List<TreeMap<Integer, T>> calls, Map<String, Integer> seen, String key) {
        int times = seen.merge(key, 1, Integer::sum);
        while (calls.size() < times) {
            calls.add(new TreeMap<>());
        }
        return calls.get(times - 1);
    }

    /** Those whose records hold what we believe; all others are answered. */
    private TreeMap<Integer, HubSpotInput> compared(
            String object, TreeMap<Integer, Write.Update> updates, Board board) {
        TreeMap<Integer, HubSpotInput> ready = new TreeMap<>();
        if (board.isStopped()) {
            return ready;
        }
        List<String> ids = updates.values().stream().map(Write.Update::id).toList();
        List<String> fields = updates.values().stream()
                .flatMap(update -> update.believed().keySet().stream())
                .distinct()
                .toList();
        Optional<Sent.NotTaken> failure = records.byId(object, ids, fields)
                .fold(
                        found -> {
                            compared(updates, found.records(), ready, board);
                            return Optional.empty();
                        },
                        refused -> Optional.of(
                                new Sent.NotTaken(refused.code(), refused.reason(), Optional.empty(), true)),
                        away -> Optional.of(new Sent.NotTaken(away.code(), away.reason(), away.retryAfter(), false)));
        failure.ifPresent(board::stop);
        return ready;
    }

    private static void compared(
            Map<Integer, Write.Update> updates,
            List<SourceRecord> held,
            TreeMap<Integer, HubSpotInput> ready,
            Board board) {
        Map<String, SourceRecord> byId = new LinkedHashMap<>();
        held.forEach(record -> byId.put(record.id(), record));
        updates.forEach((write, update) -> {
            Optional<SourceRecord> now = Optional.ofNullable(byId.get(update.id()));
            if (now.isEmpty()) {
                board.told(write, new Written.Gone());
            } else if (holds(now.get(), update)) {
                ready.put(write, HubSpotInput.of(update));
            } else {
                board.told(write, new Written.Conflict(now.get()));
            }
        });
    }

    private static boolean holds(SourceRecord now, Write.Update update) {
        return update.believed().entrySet().stream()
                .allMatch(believed ->
                        now.values().getOrDefault(believed.getKey(), "").equals(believed.getValue()));
    }
}
