package dev.tailback.app.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The append-only record of what was done to accounts. */
@Singleton
public class AccountHistory {

    private static final Logger LOG = LoggerFactory.getLogger(AccountHistory.class);

    private final Rows rows;
    private final Clock clock;

    AccountHistory(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Call it in the transaction of the action itself: both are saved, or neither. */
    public void record(
            String who, AccountAction what, String account, @Nullable String detail, @Nullable String reason) {
        rows.append(clock.instant(), who, account, what, detail, reason);
        LOG.info(
                "Account {}: {} by {}{}{}",
                account,
                what,
                who,
                detail == null ? "" : ", " + detail,
                reason == null ? "" : " (" + reason + ")");
    }

    /** The newest first. */
    public List<AccountEvent> page(String account, int limit, int offset) {
        return rows.page(account, limit, offset);
    }

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<AccountEvent, Long> {

        @Query("""
                insert into account_event (at, who, account, what, detail, reason)
                values (:at, :who, :account, :what, :detail, :reason)
                """)
        void append(
                Instant at,
                String who,
                String account,
                AccountAction what,
                @Nullable String detail,
                @Nullable String reason);

        @Query("select * from account_event where account = :account order by id desc limit :limit offset :offset")
        List<AccountEvent> page(String account, int limit, int offset);
    }
}
