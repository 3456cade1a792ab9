package dev.tailback.app.ledger;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A change of an ad's entries changes the ad: its version grows, and its row is locked first, as everywhere. */
@Singleton
public class AdVersions {

    private final Rows rows;
    private final Clock clock;

    AdVersions(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public void grow(UUID adId, String who) {
        rows.grow(adId, who, clock.instant());
    }

    /**
     * After entries changed by themselves: an ad is cancelled when none of its entries lives, and its contract is that
     * of the living ones.
     */
    public void follow(UUID adId) {
        rows.cancelWithoutLiving(adId);
        rows.follow(adId);
    }

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Entry, UUID> {

        @Query("update ad set version = version + 1, changed_by = :who, changed_at = :at where id = :id")
        void grow(UUID id, String who, Instant at);

        @Query("""
                update ad set cancelled = true
                where id = :id and not exists (select from usage_entry where ad_id = :id and not cancelled)
                """)
        void cancelWithoutLiving(UUID id);

        @Query("""
                update ad set cancelled = false, contract_id = living.contract_id
                from (select min(contract_id) contract_id from usage_entry where ad_id = :id and not cancelled
                      having count(distinct contract_id) = 1) living
                where ad.id = :id
                """)
        void follow(UUID id);
    }
}
