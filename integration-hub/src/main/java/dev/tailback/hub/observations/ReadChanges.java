package dev.tailback.hub.observations;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Cursor;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the next page of changes of one object. What was read is in PostgreSQL before the cursor moves, in one
 * transaction: after a crash the page is read again, and again changes nothing. Where two hubs read the same page,
 * the second finds the cursor moved and writes nothing. So does a hub that asked with fields that are not the mapped
 * ones any more.
 */
@Singleton
public class ReadChanges {

    private static final int PAGE = 200;
    private static final String BEGINNING = "";

    private final Transactions transactions;
    private final Records records;
    private final Observations observations;
    private final ObservationRows rows;
    private final Connections connections;

    ReadChanges(
            Transactions transactions,
            Records records,
            Observations observations,
            ObservationRows rows,
            Connections connections) {
        this.transactions = transactions;
        this.records = records;
        this.observations = observations;
        this.rows = rows;
        this.connections = connections;
    }

    /** @return whether there is more to ask for now: further pages, or this one again when it was not kept */
    public Answer<Boolean> next(Connection connection, MappedObject mapped) {
        Optional<CursorRow> cursor = rows.cursor(connection.crm(), mapped.object());
        Optional<String> before = cursor.map(CursorRow::text).filter(text -> !text.equals(BEGINNING));
        Optional<Instant> seenAfter = cursor.flatMap(CursorRow::seenAfter);
        boolean isReadAgain = cursor.filter(CursorRow::rereading).isPresent();
        Instant askedAt = cursor.map(CursorRow::now).orElseGet(records::now);
        return connection
                .connector()
                .changes(new ChangesAsked(mapped.object(), before.map(Cursor::new), mapped.fieldNames(), PAGE))
                .map(page -> {
                    Asked asked = new Asked(
                            connection.crm(), mapped, before.orElse(BEGINNING), askedAt, seenAfter, isReadAgain);
                    return !transactions.write(() -> keep(asked, page)) || !page.isLast();
                });
    }

    /**
     * @param isReadAgain whether fields may stand for other attributes than before, so that known values tell
     *     something
     */
    private record Asked(
            String crm,
            MappedObject mapped,
            String before,
            Instant askedAt,
            Optional<Instant> seenAfter,
            boolean isReadAgain) {}

    /** Whether not everything of the object has been read yet: then its reading is a backfill, which others go before. */
    public boolean isFirstReading(Connection connection, MappedObject mapped) {
        return !rows.isCaughtUp(connection.crm(), mapped.object());
    }

    private boolean keep(Asked asked, ChangePage page) {
        String object = asked.mapped().object();
        rows.lockToMove(asked.crm());
        boolean isOurs = isMappedSo(asked)
                && rows.moveCursor(
                                asked.crm(), object, page.next().text(), asked.askedAt(), asked.before(), page.isLast())
                        == 1;
        if (isOurs) {
            page.startedAnew().filter(why -> !page.isLast()).ifPresent(why -> rows.begunAnew(asked.crm(), object));
            List<NewObservation> news = news(asked, page.changes());
            if (!news.isEmpty()) {
                keep(news);
            }
        }
        return isOurs;
    }

    /** A page that was asked for with other fields than those mapped now would leave a gap. */
    private boolean isMappedSo(Asked asked) {
        return connections
                .of(asked.crm())
                .flatMap(connection -> connection.object(asked.mapped().object()))
                .filter(asked.mapped()::equals)
                .isPresent();
    }

    private List<NewObservation> news(Asked asked, List<Change> changes) {
        Map<String, KnownRecord> known = records.known(
                asked.crm(),
                asked.mapped().object(),
                changes.stream().map(Change::id).distinct().toList(),
                asked.mapped().entity());
        Map<Long, Observation> last = asked.isReadAgain() ? Map.of() : observations.last(known.values());
        return changes.stream()
                .map(change -> new NewObservation(
                        record(known, change), change, Origin.CHANGES, asked.askedAt(), asked.seenAfter()))
                .filter(told -> !told.record().isErased())
                .filter(told -> asked.isReadAgain() || !isKnown(told, last))
                .toList();
    }

    private static KnownRecord record(Map<String, KnownRecord> known, Change change) {
        return Optional.ofNullable(known.get(change.id())).orElseThrow();
    }

    private static boolean isKnown(NewObservation told, Map<Long, Observation> last) {
        KnownRecord record = told.record();
        return Observations.isKnown(record, told.change(), Optional.ofNullable(last.get(record.id())));
    }

    /**
     * A record that stands for nothing comes first: who is just meeting it has it, and wants a golden record next. Then
     * all golden records of the page at once and by id: two CRMs tell of the same customers, each in its own order.
     */
    private void keep(List<NewObservation> news) {
        Map<Boolean, List<NewObservation>> byStanding = news.stream()
                .collect(
                        Collectors.partitioningBy(told -> told.record().golden().isPresent()));
        String[] sources =
                RowsJson.numbers(news.stream().map(told -> told.record().id()).toList());
        observations.write(byStanding.getOrDefault(false, List.of()));
        rows.lockGoldens(sources);
        rows.considerGoldens(sources);
        observations.write(byStanding.getOrDefault(true, List.of()));
    }
}
