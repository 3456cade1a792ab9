package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.intents.Intent;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what is due into one object of one CRM, in one call. Before the call it is written down what is on its way; after
 * it, what became of each record. A crash between the two leaves a value that may have been stored: the next write finds
 * it, since each write says what it believes to replace.
 */
@Singleton
public class WriteIntents {

    private final Transactions transactions;
    private final Records records;
    private final HeldFields held;
    private final Intents intents;
    private final SettleWrites settle;

    WriteIntents(Transactions transactions, Records records, HeldFields held, Intents intents, SettleWrites settle) {
        this.transactions = transactions;
        this.records = records;
        this.held = held;
        this.intents = intents;
        this.settle = settle;
    }

    /** @return how many records were written, or tried */
    public int next(Connection connection, MappedObject mapped) {
        List<Writing> writings = transactions.write(() -> take(connection, mapped));
        if (!writings.isEmpty()) {
            Answer<List<Written>> answer = connection
                    .connector()
                    .write(
                            mapped.object(),
                            writings.stream().map(Writing::write).toList());
            settle.settle(writings, answer);
        }
        return writings.size();
    }

    private List<Writing> take(Connection connection, MappedObject mapped) {
        List<Intent> due = intents.lockDue(
                connection.crm(), mapped.object(), connection.connector().mostWrites());
        return due.isEmpty() ? List.of() : take(due, records.now());
    }

    /** What each of them holds is asked, and what is sent is written down, by one statement for all. */
    private List<Writing> take(List<Intent> due, Instant begun) {
        Map<Long, KnownRecord> taken = records
                .takeLocked(due.stream().map(Intent::sourceId).toList())
                .stream()
                .collect(Collectors.toMap(KnownRecord::id, Function.identity()));
        Map<Long, Map<String, HeldField>> holds = held.of(taken.values());
        List<Writing> writings = due.stream()
                .flatMap(intent -> Stream.ofNullable(taken.get(intent.sourceId()))
                        .map(record -> new Writing(intent, record, holds.getOrDefault(record.id(), Map.of()), begun)))
                .toList();
        held.sending(writings.stream().map(Writing::sent).toList(), holds);
        return writings;
    }
}
