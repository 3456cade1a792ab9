package dev.tailback.app.ledger;

import dev.tailback.web.postgres.Columns;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and locks entries. Ads are locked before their entries, and rows in the order of their ids, to avoid deadlocks.
 * Many ids are one array: the statement is the same for one and for a thousand, and PostgreSQL plans it once.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class EntryRows implements GenericRepository<Entry, UUID> {

    private static final String FIND_ALL = "select * from ledger_entry where id = any(?)";

    private static final String LOCK_ADS = """
            select id from ad where id in (select ad_id from usage_entry where id = any(?)) order by id for update
            """;

    private static final String LOCK_WITH_REPLACEMENTS = """
            select id from usage_entry where id = any(?) or replaces = any(?) order by id for update
            """;

    private final JdbcOperations jdbc;

    EntryRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Query("select * from ledger_entry where id = :id")
    public abstract Optional<Entry> find(UUID id);

    /** In no order. */
    @Transactional
    public List<Entry> findAll(List<UUID> ids) {
        return jdbc.prepareStatement(FIND_ALL, statement -> {
            statement.setArray(1, Columns.of(statement, "uuid", ids, id -> id));
            try (ResultSet rows = statement.executeQuery()) {
                return jdbc.entityStream(rows, Entry.class).toList();
            }
        });
    }

    /** Of those whose newest version a trace follows. */
    @Query("select id, version, trace from usage_entry where id in (:ids) and trace_version = version")
    public abstract List<EntryTrace> tracesOf(List<UUID> ids);

    @Query("select * from ledger_entry where id = :id for update")
    public abstract Optional<Entry> lock(UUID id);

    /** In the order they were booked. */
    @Query("select * from ledger_entry where ad_id = :adId order by line")
    public abstract List<Entry> ofAd(UUID adId);

    @Query("select * from ledger_entry where ad_id = :adId order by id for update")
    public abstract List<Entry> lockOfAd(UUID adId);

    /** What was booked in this entry's place. The caller holds the locks of the whole ad. */
    @Query("select * from ledger_entry where replaces = :id and open order by id")
    public abstract List<Entry> replacementsOf(UUID id);

    /** The first lock before entries change: it keeps every other change of these ads and their entries waiting. */
    public void lockAdsOf(List<UUID> ids) {
        jdbc.prepareStatement(LOCK_ADS, statement -> {
            statement.setArray(1, Columns.of(statement, "uuid", ids, id -> id));
            return statement.execute();
        });
    }

    /**
     * Locks these entries and those that replace them, since an acceptance makes those due. The caller holds their ads'
     * locks.
     */
    public void lockWithReplacements(List<UUID> ids) {
        jdbc.prepareStatement(LOCK_WITH_REPLACEMENTS, statement -> {
            statement.setArray(1, Columns.of(statement, "uuid", ids, id -> id));
            statement.setArray(2, Columns.of(statement, "uuid", ids, id -> id));
            return statement.execute();
        });
    }

    /** @param trace as W3C's {@code traceparent} */
    @Introspected
    public record EntryTrace(UUID id, long version, String trace) {}
}
