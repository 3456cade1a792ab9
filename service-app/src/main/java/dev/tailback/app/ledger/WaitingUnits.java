package dev.tailback.app.ledger;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Units that are booked here and not counted in Salesforce yet. Units being cancelled are not subtracted: we cannot
 * know whether Salesforce's figure includes them already, and two people must never both get them.
 */
@Singleton
public class WaitingUnits {

    private final Rows rows;

    WaitingUnits(Rows rows) {
        this.rows = rows;
    }

    /**
     * Keeps every other booking of this contract waiting until the transaction ends, so that two people never both get
     * the last unit.
     */
    public void lock(String contractId) {
        rows.lock(contractId);
    }

    /** By contract product id; products with nothing waiting are not in the map. */
    public Map<String, Long> of(Collection<String> contractIds) {
        if (contractIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> waiting = new HashMap<>();
        rows.of(contractIds).stream()
                .filter(row -> row.waiting() > 0)
                .forEach(row -> waiting.merge(row.contractProductId(), row.waiting(), Long::sum));
        return waiting;
    }

    /**
     * Also tells what was reported after this moment, which a reading begun then may or may not hold.
     *
     * @param counted entries that wait here and that the reading holds for sure: they are left out
     */
    public Map<String, Waiting> since(String contractId, Instant readingBegan, Set<OnItsWay> counted) {
        Map<String, Waiting> waiting = new HashMap<>();
        rows.since(contractId, readingBegan, OnItsWay.texts(counted))
                .forEach(row -> waiting.put(row.contractProductId(), row));
        return waiting;
    }

    /** Entries with units not reported yet, the oldest first. @param most 1 or more */
    public List<OnItsWay> entries(String contractId, int most) {
        return rows.entries(contractId, most);
    }

    /**
     * @param waiting units not reported yet
     * @param doubtful units reported after a reading began
     */
    @Introspected
    public record Waiting(String contractProductId, long waiting, long doubtful) {

        public static final Waiting NONE = new Waiting("", 0, 0);
    }

    /** An entry in the version that waits. */
    @Introspected
    public record OnItsWay(UUID id, long version) {

        // Never empty: SQL has no empty list.
        private static List<String> texts(Set<OnItsWay> entries) {
            return Stream.concat(Stream.of(""), entries.stream().map(entry -> entry.id + ":" + entry.version))
                    .toList();
        }
    }

    /** The SQL. Parked entries count: what they book happened, and a person may let them through any time. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Entry, UUID> {

        @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:contractId, 0))) locked")
        long lock(String contractId);

        @Query("""
                select contract_product_id,
                    sum(greatest(wanted - held, 0)) as waiting, 0 as doubtful
                from ledger_entry
                where contract_id in (:contractIds) and unreported
                group by contract_id, contract_product_id
                """)
        List<Waiting> of(Collection<String> contractIds);

        @Query("""
                select e.contract_product_id,
                    sum(case when e.unreported and concat(e.id, ':', e.version) not in (:counted)
                        then greatest(e.wanted - e.held, 0) else 0 end) as waiting,
                    sum(coalesce((
                        select sum(greatest(h.consumed_change, 0)) from usage_history h
                        where h.entry_id = e.id and h.what = 'ACCEPTED' and h.at >= :began), 0)) as doubtful
                from ledger_entry e
                where e.contract_id = :contractId and (e.unreported or e.reported_at >= :began)
                group by e.contract_product_id
                """)
        List<Waiting> since(String contractId, Instant began, List<String> counted);

        @Query("""
                select id, version from ledger_entry
                where contract_id = :contractId and unreported
                order by line
                limit :most
                """)
        List<OnItsWay> entries(String contractId, int most);
    }
}
