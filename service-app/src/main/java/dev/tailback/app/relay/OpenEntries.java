package dev.tailback.app.relay;

import dev.tailback.app.links.AdLinks;
import dev.tailback.web.postgres.Columns;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The entries that Salesforce has yet to accept, and when each is due to be offered. Several service apps may claim at
 * once: rows that another one holds are skipped.
 */
@Singleton
class OpenEntries {

    private static final String SELECT = """
            select e.id, e.line, e.contract_id, e.contract_product_id, e.units, e.cancelled, e.version, e.attempts,
                e.next_attempt_at,
                case when e.next_attempt_at is not null then e.code end as cause, e.offer_due_at, e.ad_reference, e.held_back,
                e.ad_id, said.ad_title, said.ad_service_date, said.ad_customer_reference,
                case when said.trace_version = e.version then said.trace end as trace
            from shown_entry e join usage_entry said on said.id = e.id
            """;
    private static final String PAGE = SELECT + "where e.open and e.line > ? order by e.line limit ?";
    private static final String CLAIM = """
            update usage_entry e set offer_due_at = ?
            from (select d.id from ledger_entry d
                  where d.open and d.offer_due_at > (select covers_until from queue_rebuild) and d.offer_due_at <= ?
                  order by d.offer_due_at, d.line limit ? for update skip locked) due
            where e.id = due.id
            returning e.id
            """;

    /**
     * A statement of its own after the claim: whether an entry is held back is seen as of now, not as of when the claim
     * began.
     */
    private static final String CLAIMED = SELECT + "where e.id = any(?)";

    /**
     * Only where the entry was not made due otherwise since it was read: a correction, a retry or the cancellation it
     * waited for must not be delayed. Rows are locked in the order of their ids, as everywhere, to avoid deadlocks.
     */
    private static final String DUE_AGAIN = """
            update usage_entry e set offer_due_at = greatest(cast(? as timestamptz), e.next_attempt_at)
            from (select u.id from usage_entry u
                  join unnest(?, ?, ?) as read(id, version, due)
                      on u.id = read.id and u.version = read.version and u.offer_due_at = read.due
                  order by u.id for update of u) locked
            where e.id = locked.id
            """;

    private static final String COVERED = "update queue_rebuild set covers_until = greatest(covers_until, ?)";

    /** The queue has the entry. Should it lose it, the walk over all open entries finds that. */
    private static final String NOT_DUE = "infinity";

    private final JdbcOperations jdbc;
    private final RelaySettings settings;
    private final AdLinks links;
    private final Clock clock;

    OpenEntries(JdbcOperations jdbc, RelaySettings settings, AdLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The next ones after this line, due or not. Reading continues where it stopped, with nothing kept between pages.
     */
    @Transactional(readOnly = true)
    List<OpenEntry> page(long afterLine, int most) {
        return jdbc.prepareStatement(PAGE, statement -> {
            statement.setLong(1, afterLine);
            statement.setInt(2, most);
            return read(statement);
        });
    }

    Instant now() {
        return clock.instant();
    }

    /** Takes what is due by then for the relay of this process, until the claim ends. */
    @Transactional
    List<OpenEntry> claim(Instant dueBy) {
        Instant until = clock.instant().plus(settings.claimFor());
        List<UUID> ids = jdbc.prepareStatement(CLAIM, statement -> {
            statement.setTimestamp(1, Timestamp.from(until));
            statement.setTimestamp(2, Timestamp.from(dueBy));
            statement.setInt(3, settings.batch());
            return ids(statement);
        });
        return jdbc.prepareStatement(CLAIMED, statement -> {
            statement.setArray(1, Columns.of(statement, "uuid", ids, id -> id));
            return read(statement);
        });
    }

    /** Whether a claim took so much that more may be due. */
    boolean mayBeMoreThan(List<OpenEntry> claimed) {
        return claimed.size() == settings.batch();
    }

    /** The queue has them, or will be offered them when what holds them back is cancelled. */
    @Transactional
    void offered(List<OpenEntry> entries) {
        due(entries, NOT_DUE);
    }

    /** Every open entry that was due by then is in the queue. */
    @Transactional
    void allOffered(Instant dueBy) {
        jdbc.prepareStatement(COVERED, statement -> {
            statement.setTimestamp(1, Timestamp.from(dueBy));
            return statement.executeUpdate();
        });
    }

    /** Says when these entries are due again, unless something made them due since they were read. */
    @Transactional
    void dueAgain(List<OpenEntry> entries, Instant at) {
        due(entries, at.toString());
    }

    private void due(List<OpenEntry> entries, String at) {
        if (!entries.isEmpty()) {
            jdbc.prepareStatement(DUE_AGAIN, statement -> {
                statement.setString(1, at);
                statement.setArray(2, Columns.of(statement, "uuid", entries, OpenEntry::id));
                statement.setArray(3, Columns.of(statement, "bigint", entries, OpenEntry::version));
                statement.setArray(
                        4, Columns.of(statement, "timestamptz", entries, entry -> Timestamp.from(entry.offerDueAt())));
                return statement.executeUpdate();
            });
        }
    }

    /** In the order they were booked. */
    private List<OpenEntry> read(PreparedStatement statement) throws SQLException {
        List<OpenEntry> entries = new ArrayList<>();
        Instant now = clock.instant();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(OpenEntry.in(row, now, links));
            }
        }
        entries.sort(Comparator.comparingLong(OpenEntry::line));
        return entries;
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject("id", UUID.class));
            }
        }
        return ids;
    }
}
