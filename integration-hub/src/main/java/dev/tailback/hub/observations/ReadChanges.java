package dev.tailback.hub.observations;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Cursor;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the next page of changes of one object. What was read is in PostgreSQL before the cursor moves, in one
 * transaction: after a crash the page is read again, and again changes nothing. Where two hubs read the same page, the
 * second finds the cursor moved and writes nothing.
 */
@Singleton
public class ReadChanges {

    private static final int PAGE = 200;
    private static final String BEGINNING = "";

    private final Transactions transactions;
    private final Records records;
    private final Observations observations;
    private final ObservationRows rows;

    ReadChanges(Transactions transactions, Records records, Observations observations, ObservationRows rows) {
        this.transactions = transactions;
        this.records = records;
        this.observations = observations;
        this.rows = rows;
    }

    /** @return whether the CRM has more to tell now */
    public Answer<Boolean> next(Connection connection, MappedObject mapped) {
        Optional<String> before = rows.cursor(connection.crm(), mapped.object());
        Optional<Instant> seenAfter = rows.askedAt(connection.crm(), mapped.object());
        Instant askedAt = records.now();
        return connection
                .connector()
                .changes(new ChangesAsked(mapped.object(), before.map(Cursor::new), mapped.fieldNames(), PAGE))
                .map(page -> {
                    Asked asked = new Asked(connection.crm(), mapped, before.orElse(BEGINNING), askedAt, seenAfter);
                    return transactions.write(() -> keep(asked, page)) && !page.isLast();
                });
    }

    private record Asked(
            String crm, MappedObject mapped, String before, Instant askedAt, Optional<Instant> seenAfter) {}

    private boolean keep(Asked asked, ChangePage page) {
        boolean isOurs = rows.moveCursor(
                        asked.crm(), asked.mapped().object(), page.next().text(), asked.askedAt(), asked.before())
                == 1;
        if (isOurs) {
            keep(
                    asked,
                    page.changes().stream()
                            .flatMap(change -> news(asked, change))
                            .toList());
        }
        return isOurs;
    }

    private record Told(KnownRecord record, Change change) {}

    private Stream<Told> news(Asked asked, Change change) {
        KnownRecord record = records.known(
                asked.crm(),
                asked.mapped().object(),
                change.id(),
                asked.mapped().entity());
        return record.isErased() || observations.isKnown(record, change)
                ? Stream.empty()
                : Stream.of(new Told(record, change));
    }

    /** All golden records of the page at once and by id: two CRMs tell of the same customers, each in its own order. */
    private void keep(Asked asked, List<Told> news) {
        rows.lockGoldens(
                news.stream().map(told -> Long.toString(told.record().id())).toArray(String[]::new));
        news.forEach(told ->
                observations.append(told.record(), told.change(), Origin.CHANGES, asked.askedAt(), asked.seenAfter()));
    }
}
