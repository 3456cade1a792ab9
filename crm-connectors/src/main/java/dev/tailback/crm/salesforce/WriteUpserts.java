package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes upserts: some as collections, very many as one job. */
final class WriteUpserts {

    /** The most in one call of the connector: Salesforce works off a job in parts of so many. */
    static final int MOST = 10_000;

    /** From here on a job costs fewer calls, and Salesforce advises one. */
    static final int MOST_IN_COLLECTIONS = 2_000;

    private final Collections collections;
    private final RunJob jobs;

    WriteUpserts(OrgCalls calls, Collections collections) {
        this.collections = collections;
        this.jobs = new RunJob(new JobCalls(calls));
    }

    void write(
            RecordJson json,
            String keyField,
            SortedMap<Integer, Write.Upsert> upserts,
            Board board,
            Patience patience) {
        if (upserts.size() <= MOST_IN_COLLECTIONS) {
            together(json, keyField, upserts, board, patience);
        } else if (!board.isStopped()) {
            asJob(json, keyField, upserts, board, patience);
        }
    }

    private void together(
            RecordJson json,
            String keyField,
            SortedMap<Integer, Write.Upsert> upserts,
            Board board,
            Patience patience) {
        List<Integer> places = new ArrayList<>(upserts.keySet());
        for (int from = 0; from < places.size() && !board.isStopped(); from += Collections.MOST) {
            if (patience.isOver()) {
                board.stop(outOfTime());
            } else {
                List<Integer> some = places.subList(from, Math.min(places.size(), from + Collections.MOST));
                collections.upsert(json.object().name(), keyField, records(json, upserts, some), board);
            }
        }
    }

    private static SortedMap<Integer, ObjectNode> records(
            RecordJson json, SortedMap<Integer, Write.Upsert> upserts, List<Integer> some) {
        SortedMap<Integer, ObjectNode> records = new TreeMap<>();
        some.forEach(place -> Optional.ofNullable(upserts.get(place))
                .ifPresent(upsert -> records.put(place, json.withType(WriteRecords.all(upsert)))));
        return records;
    }

    private static Sent.NotTaken outOfTime() {
        return new Sent.NotTaken(
                "OUT_OF_TIME",
                "The records before this one took as long as one call may: it is sent with the next ones.",
                Optional.empty(),
                false);
    }

    private void asJob(
            RecordJson json,
            String keyField,
            SortedMap<Integer, Write.Upsert> upserts,
            Board board,
            Patience patience) {
        JobRecords records = JobRecords.of(json, keyField, upserts);
        records.tooMany().forEach(place -> board.decided(place, noRoom()));
        Answer<JobResults> answer = jobs.run(json.object().name(), records, patience);
        answer.<Runnable>fold(
                        results -> () -> records.keys().forEach((place, key) -> board.told(place, results.of(key))),
                        refused -> () -> withoutJob(json, keyField, upserts, board, patience, refused),
                        away -> () ->
                                board.stop(new Sent.NotTaken(away.code(), away.reason(), away.retryAfter(), false)))
                .run();
        together(json, keyField, records.misread(), board, patience);
    }

    private static Written noRoom() {
        return new Written.Refused(
                "NO_ROOM",
                "The records before this one filled a whole Bulk job: it is sent with the next ones.",
                Optional.empty(),
                true);
    }

    /**
     * The org takes no job, as when its batches of the day are used up: so many go as collections as would without one, and
     * the others get the refusal.
     */
    private void withoutJob(
            RecordJson json,
            String keyField,
            SortedMap<Integer, Write.Upsert> upserts,
            Board board,
            Patience patience,
            Answer.Refused<JobResults> refused) {
        SortedMap<Integer, Write.Upsert> some = new TreeMap<>();
        upserts.entrySet().stream()
                .limit(MOST_IN_COLLECTIONS)
                .forEach(upsert -> some.put(upsert.getKey(), upsert.getValue()));
        together(json, keyField, some, board, patience);
        if (!board.isStopped()) {
            board.stop(new Sent.NotTaken(refused.code(), refused.reason(), Optional.empty(), true));
        }
    }
}
