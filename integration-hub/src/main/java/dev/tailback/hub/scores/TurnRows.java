package dev.tailback.hub.scores;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.UUID;

/** The SQL of whose turn it is to count. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TurnRows extends GenericRepository<ScoreDay, LocalDate> {

    /** Whoever gets 1 counts; another hub does when nothing has come of it in ten minutes. */
    @Query("""
            update quality_turn set taken_by = :turn, due_at = clock_timestamp() + interval '10 minutes'
            where due_at <= clock_timestamp()
            """)
    long take(UUID turn);

    /** @return 0 when another hub has the turn meanwhile */
    @Query("update quality_turn set due_at = clock_timestamp() + interval '10 minutes' where taken_by = :turn")
    long goOn(UUID turn);

    /** @return 0 when another hub has the turn meanwhile */
    @Query("""
            update quality_turn set taken_by = null,
                due_at = clock_timestamp() + cast(:seconds || ' seconds' as interval)
            where taken_by = :turn
            """)
    long done(UUID turn, long seconds);

    @Query("select cast(clock_timestamp() at time zone 'UTC' as date)")
    LocalDate today();
}
