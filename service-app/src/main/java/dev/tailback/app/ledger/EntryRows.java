package dev.tailback.app.ledger;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and locks entries. Ads are locked before their entries, and rows in the order of their ids, to avoid deadlocks.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface EntryRows extends GenericRepository<Entry, UUID> {

    @Query("select * from ledger_entry where id = :id")
    Optional<Entry> find(UUID id);

    /** In no order. */
    @Query("select * from ledger_entry where id in (:ids)")
    List<Entry> findAll(List<UUID> ids);

    /** Of those whose newest version a trace follows. */
    @Query("select id, version, trace from usage_entry where id in (:ids) and trace_version = version")
    List<EntryTrace> tracesOf(List<UUID> ids);

    @Query("select * from ledger_entry where id = :id for update")
    Optional<Entry> lock(UUID id);

    /** In the order they were booked. */
    @Query("select * from ledger_entry where ad_id = :adId order by line")
    List<Entry> ofAd(UUID adId);

    @Query("select * from ledger_entry where ad_id = :adId order by id for update")
    List<Entry> lockOfAd(UUID adId);

    /** What was booked in this entry's place. The caller holds the locks of the whole ad. */
    @Query("select * from ledger_entry where replaces = :id and open order by id")
    List<Entry> replacementsOf(UUID id);

    /** The first lock before entries change: it keeps every other change of these ads and their entries waiting. */
    @Query("""
            select id from ad where id in (select ad_id from usage_entry where id in (:ids)) order by id for update
            """)
    List<UUID> lockAdsOf(List<UUID> ids);

    /**
     * Locks these entries and those that replace them, since an acceptance makes those due. The caller holds their ads'
     * locks.
     */
    @Query("""
            select id from usage_entry where id in (:ids) or replaces in (:ids) order by id for update
            """)
    List<UUID> lockWithReplacements(List<UUID> ids);

    /** @param trace as W3C's {@code traceparent} */
    @Introspected
    record EntryTrace(UUID id, long version, String trace) {}
}
