package dev.tailback.hub.observations;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one record alone, while nobody writes it. It answers what an observation left open that may be older than our own
 * write.
 */
@Singleton
public class ReadAgain {

    private final Transactions transactions;
    private final Records records;
    private final Observations observations;

    ReadAgain(Transactions transactions, Records records, Observations observations) {
        this.transactions = transactions;
        this.records = records;
        this.observations = observations;
    }

    /** Nothing happens when somebody else has the record; the next round asks again. */
    public void read(Connection connection, MappedObject mapped, KnownRecord source) {
        if (!transactions.write(() -> records.take(source))) {
            return;
        }
        Instant askedAt = records.now();
        Answer<List<SourceRecord>> answer = connection
                .connector()
                .read(new RecordsAsked(mapped.object(), List.of(source.recordId()), mapped.fieldNames()));
        transactions.insist(() -> {
            boolean isAnswered =
                    answer.fold(records -> keep(source, records, askedAt), refused -> false, unavailable -> false);
            records.giveBack(source, !isAnswered);
            return isAnswered;
        });
    }

    private boolean keep(KnownRecord source, List<SourceRecord> records, Instant askedAt) {
        records.stream()
                .filter(record -> record.id().equals(source.recordId()))
                .findFirst()
                .<Change>map(Change.Changed::new)
                .ifPresentOrElse(
                        change -> observations.append(source, change, Origin.READ, askedAt, Optional.empty()),
                        () -> observations.append(
                                source,
                                new Change.Deleted(source.recordId(), askedAt),
                                Origin.READ,
                                askedAt,
                                Optional.empty()));
        return true;
    }
}
