package dev.tailback.hub.drift;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.observations.Origin;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads fields that can be used again, and only these, of all records from the beginning, page by page. What changes now is
 * read beside it as ever, so nobody waits for it: it is a backfill.
 */
@Singleton
public class ReadUnseen {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final ReadingRows rows;
    private final Records records;
    private final Observations observations;
    private final Goldens goldens;

    ReadUnseen(
            Transactions transactions, ReadingRows rows, Records records, Observations observations, Goldens goldens) {
        this.transactions = transactions;
        this.rows = rows;
        this.records = records;
        this.observations = observations;
        this.goldens = goldens;
    }

    /** @return whether there is more to read */
    public Answer<Boolean> next(Connection connection, MappedObject mapped) {
        return rows.of(connection.crm(), mapped.object())
                .map(reading -> next(connection, mapped, reading))
                .orElseGet(() -> new Answer.Given<>(false));
    }

    private Answer<Boolean> next(Connection connection, MappedObject mapped, FieldReading reading) {
        List<String> fields =
                reading.names().stream().filter(mapped.fieldNames()::contains).toList();
        if (fields.isEmpty()) {
            rows.end(connection.crm(), mapped.object());
            return new Answer.Given<>(false);
        }
        Instant askedAt = records.now();
        return connection
                .connector()
                .changes(new ChangesAsked(mapped.object(), reading.since(), fields, PAGE))
                .map(page -> transactions.write(() -> keep(mapped, reading, page, askedAt)) && !page.isLast());
    }

    private boolean keep(MappedObject mapped, FieldReading reading, ChangePage page, Instant askedAt) {
        boolean isOurs =
                rows.move(reading.crm(), reading.object(), page.next().text(), reading.cursor(), reading.fields()) == 1;
        if (isOurs) {
            page.changes().forEach(change -> tell(mapped, reading, change, askedAt));
            if (page.isLast()) {
                rows.end(reading.crm(), reading.object());
                goldens.dueOf(reading.crm(), reading.object());
            }
        }
        return isOurs;
    }

    private void tell(MappedObject mapped, FieldReading reading, Change change, Instant askedAt) {
        observations.tell(
                records.known(reading.crm(), reading.object(), change.id(), mapped.entity()),
                change,
                Origin.CHANGES,
                askedAt,
                Optional.of(reading.unseenSince()));
    }
}
