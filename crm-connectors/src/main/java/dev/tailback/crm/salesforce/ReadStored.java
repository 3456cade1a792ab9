package dev.tailback.crm.salesforce;

import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.salesforce.query.Soql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Salesforce made of accepted values: it rounds, trims and fills in, and its answers to writes tell none of it.
 * Where it cannot be read, nothing is told; the next changes tell it. Nothing is told, either, of a record that somebody
 * saved between our write and this reading: what they typed is no form of what we sent. Of very many nothing is read: it
 * would cost more calls than to write them.
 */
final class ReadStored {

    private static final int MOST = WriteUpserts.MOST_IN_COLLECTIONS;
    private static final int TOGETHER = Collections.MOST;

    private final OrgObjects objects;
    private final ReadRows rows;

    ReadStored(OrgObjects objects, ReadRows rows) {
        this.objects = objects;
        this.rows = rows;
    }

    void read(String object, List<Write> writes, Board board) {
        List<Map.Entry<Integer, Written.Accepted>> accepted =
                List.copyOf(board.accepted().entrySet());
        if (accepted.size() > MOST) {
            return;
        }
        for (int from = 0; from < accepted.size() && !board.isStopped(); from += TOGETHER) {
            read(object, accepted.subList(from, Math.min(accepted.size(), from + TOGETHER)), writes, board);
        }
    }

    private void read(String object, List<Map.Entry<Integer, Written.Accepted>> some, List<Write> writes, Board board) {
        List<String> fields = some.stream()
                .flatMap(one -> WriteRecords.all(writes.get(one.getKey())).keySet().stream())
                .distinct()
                .toList();
        List<String> ids = some.stream().map(one -> one.getValue().id()).toList();
        List<SourceRecord> held = objects.user()
                .flatMap(user -> rows.savedLastBy(user, object, ids, fields))
                .<List<SourceRecord>>fold(found -> found, refused -> List.of(), away -> List.of());
        some.forEach(one -> held.stream()
                .filter(record -> Soql.sameRecord(record.id(), one.getValue().id()))
                .findFirst()
                .ifPresent(record -> board.told(
                        one.getKey(), stored(one.getValue(), record, WriteRecords.all(writes.get(one.getKey()))))));
    }

    private static Written stored(Written.Accepted one, SourceRecord record, Map<String, String> written) {
        Map<String, String> stored = new HashMap<>();
        written.keySet()
                .forEach(field ->
                        Optional.ofNullable(record.values().get(field)).ifPresent(value -> stored.put(field, value)));
        return new Written.Accepted(one.id(), one.isNew(), stored);
    }
}
