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
 * saved between our write and this reading: what they typed is no form of what we sent.
 */
final class ReadStored {

    private final OrgObjects objects;
    private final ReadRows rows;

    ReadStored(OrgObjects objects, ReadRows rows) {
        this.objects = objects;
        this.rows = rows;
    }

    void read(String object, List<Write> writes, Board board) {
        Map<Integer, Written.Accepted> accepted = board.accepted();
        if (accepted.isEmpty() || board.isStopped()) {
            return;
        }
        List<String> fields = accepted.keySet().stream()
                .flatMap(write -> WriteRecords.all(writes.get(write)).keySet().stream())
                .distinct()
                .toList();
        List<String> ids = accepted.values().stream().map(Written.Accepted::id).toList();
        List<SourceRecord> held = objects.user()
                .flatMap(user -> rows.savedLastBy(user, object, ids, fields))
                .<List<SourceRecord>>fold(found -> found, refused -> List.of(), away -> List.of());
        accepted.forEach((write, one) -> held.stream()
                .filter(record -> Soql.sameRecord(record.id(), one.id()))
                .findFirst()
                .ifPresent(record -> board.told(write, stored(one, record, WriteRecords.all(writes.get(write))))));
    }

    private static Written stored(Written.Accepted one, SourceRecord record, Map<String, String> written) {
        Map<String, String> stored = new HashMap<>();
        written.keySet()
                .forEach(field ->
                        Optional.ofNullable(record.values().get(field)).ifPresent(value -> stored.put(field, value)));
        return new Written.Accepted(one.id(), one.isNew(), stored);
    }
}
