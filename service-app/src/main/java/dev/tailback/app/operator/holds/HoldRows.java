package dev.tailback.app.operator.holds;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The SQL of holds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface HoldRows extends GenericRepository<Hold, Long> {

    /** A hold, and how many entries wait behind it. */
    @Introspected
    record Standing(
            @Nullable String contractId,
            @Nullable String number,
            @Nullable String customer,
            @Nullable String code,
            Instant begunAt,
            @Nullable Instant endsAt,
            String who,
            String reason,
            long entries) {}

    /** The oldest first. */
    @Query("select * from hold order by id")
    List<Hold> all();

    @Query("""
            select h.contract_id, l.number, l.customer, h.code, h.begun_at, h.ends_at, h.who, h.reason,
                case when h.code is null
                    then (select count(*) from shown_entry e where e.contract_id = h.contract_id and e.hold_id = h.id)
                    else (select count(*) from shown_entry e
                          where e.open and e.next_attempt_at is not null and e.code = h.code and e.hold_id = h.id)
                end as entries
            from hold h left join contract_label l on l.contract_id = h.contract_id
            order by h.id
            """)
    List<Standing> standing();

    /** Until the end of the transaction nobody else holds or lets go. */
    @Query("select count(*) from (select pg_advisory_xact_lock(7410240)) as locked")
    long lock();

    @Query("""
            insert into hold (contract_id, code, begun_at, ends_at, who, reason)
            values (:contractId, :code, :at, :endsAt, :who, :reason)
            """)
    void begin(
            @Nullable String contractId,
            @Nullable String code,
            Instant at,
            @Nullable Instant endsAt,
            String who,
            String reason);

    /** The same hold with another reason or end. */
    @Query("update hold set ends_at = :endsAt, who = :who, reason = :reason where id = :id")
    void change(long id, @Nullable Instant endsAt, String who, String reason);

    @Query("delete from hold where id = :id")
    int end(long id);

    /** How many entries and pages of this app are about the contract, at most two. */
    @Query("""
            select (select count(*) from contract_label where contract_id = :contractId)
                + (select count(*) from (select from usage_entry where contract_id = :contractId limit 1) as any_entry)
            """)
    long aboutContract(String contractId);

    /** How many entries are refused with the code, or were since then, at most three. */
    @Query("""
            select count(*) from (
                (select from ledger_entry where open and next_attempt_at is not null and code = :code limit 1)
                union all (select from ledger_entry where parked and code = :code limit 1)
                union all (select from usage_history where at >= :since and code = :code limit 1)) as any_refusal
            """)
    long refusedWith(String code, Instant since);
}
