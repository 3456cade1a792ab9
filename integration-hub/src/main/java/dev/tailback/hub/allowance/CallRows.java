package dev.tailback.hub.allowance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** The SQL of the calls of each day. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CallRows extends GenericRepository<CallDay, LocalDate> {

    /** What is older than 92 days goes at the same time. */
    @Query("""
            with old as (
                delete from crm_calls
                where crm = :crm and day < cast(clock_timestamp() at time zone 'UTC' as date) - 92
            )
            insert into crm_calls (crm, day, priority, calls)
            values (:crm, cast(clock_timestamp() at time zone 'UTC' as date), :priority, :calls)
            on conflict (crm, day, priority) do update set calls = crm_calls.calls + excluded.calls
            """)
    void count(String crm, Priority priority, long calls);

    /** The newest first; today is day 1. */
    @Query("""
            select day, priority, calls from crm_calls
            where crm = :crm and day > cast(clock_timestamp() at time zone 'UTC' as date) - :days
            order by day desc, priority
            """)
    List<CallDay> of(String crm, int days);
}
