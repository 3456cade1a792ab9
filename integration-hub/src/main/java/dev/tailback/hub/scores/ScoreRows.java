package dev.tailback.hub.scores;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** The SQL of what was counted. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScoreRows extends GenericRepository<ScoreDay, LocalDate> {

    @Query("delete from quality_day where day = :day")
    void forget(LocalDate day);

    /** Those that are older than so many days before this one. */
    @Query("delete from quality_day where day < cast(:day as date) - :kept")
    void forgetOld(LocalDate day, int kept);

    @Query("""
            insert into quality_day (day, crm, entity, attribute, records, filled, refused, refused_by, compared, agreed,
                counted_at)
            select cast(:day as date), crm, entity, attribute, records, filled, refused, refused_by, compared, agreed,
                clock_timestamp()
            from json_to_recordset(cast(:rows as json)) as counted
                (crm text, entity text, attribute text, records bigint, filled bigint, refused bigint,
                refused_by jsonb, compared bigint, agreed bigint)
            """)
    void append(LocalDate day, String rows);

    /** The newest first; today is day 1. @param crm empty for all of them */
    @Query("""
            select day, crm, entity, attribute, records, filled, refused, cast(refused_by as text) as refused_by,
                compared, agreed, counted_at
            from quality_day
            where day > cast(clock_timestamp() at time zone 'UTC' as date) - :days
                and (crm = :crm or cast(:crm as text) = '')
            order by day desc, crm, entity, attribute limit :limit
            """)
    List<ScoreDay> of(String crm, int days, int limit);
}
