package dev.tailback.hub.allowance;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of allowances. Who changes a row has locked it before. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AllowanceRows extends GenericRepository<AllowanceRow, String> {

    @Query("insert into crm_allowance (crm) values (:crm) on conflict (crm) do nothing")
    void know(String crm);

    @Query("select * from crm_allowance where crm = :crm for update")
    Optional<AllowanceRow> lock(String crm);

    @Query("select * from crm_allowance where crm = :crm")
    Optional<AllowanceRow> find(String crm);

    @Query("select * from crm_allowance order by crm")
    List<AllowanceRow> all();

    @Query("update crm_allowance set granted_since = granted_since + 1 where crm = :crm")
    void granted(String crm);

    @Query("""
            update crm_allowance set probe_until = clock_timestamp() + cast(:millis || ' milliseconds' as interval)
            where crm = :crm
            """)
    void probing(String crm, long millis);

    @Query("update crm_allowance set looked_at = clock_timestamp() where crm = :crm")
    void looked(String crm);

    @Query("""
            update crm_allowance set told_left = :left, told_most = coalesce(:most, told_most), granted_since = 0,
                told_at = clock_timestamp(), looked_at = clock_timestamp()
            where crm = :crm
            """)
    void told(String crm, long left, @Nullable Long most);

    /** A longer wait that is in force stays. */
    @Query("""
            update crm_allowance
            set wait_until = clock_timestamp() + cast(:millis || ' milliseconds' as interval), wait_reason = :reason
            where crm = :crm and (wait_until is null
                or wait_until < clock_timestamp() + cast(:millis || ' milliseconds' as interval))
            """)
    void mustWait(String crm, long millis, String reason);

    @Query("""
            update crm_allowance set down_since = coalesce(down_since, clock_timestamp()), down_code = :code,
                down_reason = :reason, probes = probes + 1, probe_until = null,
                next_probe_at = clock_timestamp() + cast(:millis || ' milliseconds' as interval)
            where crm = :crm
            """)
    void down(String crm, String code, String reason, long millis);

    @Query("""
            update crm_allowance set answered_at = clock_timestamp(), down_since = null, down_code = null,
                down_reason = null, probes = 0, probe_until = null, next_probe_at = null
            where crm = :crm
            """)
    void answered(String crm);

    @Query("update crm_allowance set probe_until = null where crm = :crm")
    void probeEnded(String crm);

    @Query("""
            update crm_allowance set paused_at = clock_timestamp(), paused_by = :who, pause_note = :note
            where crm = :crm and paused_at is null
            """)
    long pause(String crm, String who, String note);

    @Query("""
            update crm_allowance set paused_at = null, paused_by = null, pause_note = null
            where crm = :crm and paused_at is not null
            """)
    long resume(String crm);

    @Query("select clock_timestamp()")
    Instant now();
}
