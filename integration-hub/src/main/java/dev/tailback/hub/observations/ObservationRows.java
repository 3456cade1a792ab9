package dev.tailback.hub.observations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of observations and cursors. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObservationRows extends GenericRepository<Observation, Long> {

    @Query("""
            insert into observation
                (source_id, kind, origin, field_values, value_times, version, changed_at, asked_at, seen_after)
            select source_id, kind, origin, cast(field_values as jsonb), cast(value_times as jsonb), version,
                changed_at, asked_at, seen_after
            from json_to_recordset(cast(:rows as json)) as told
                (place integer, source_id bigint, kind text, origin text, field_values text, value_times text,
                version text, changed_at timestamptz, asked_at timestamptz, seen_after timestamptz)
            order by place
            """)
    void append(String rows);

    @Query("""
            select id, source_id, kind, origin, cast(field_values as text) as field_values,
                cast(value_times as text) as value_times, version, changed_at, asked_at, seen_after, seen_at
            from observation where source_id = any(cast(:sources as bigint[])) and absorbed_at is null
            order by source_id, id
            """)
    List<Observation> unabsorbed(String[] sources);

    @Query("""
            update observation set absorbed_at = clock_timestamp(), what_became = became.what
            from json_to_recordset(cast(:rows as json)) as became (id bigint, what text)
            where observation.id = became.id
            """)
    void absorbed(String rows);

    /** What was told last of each, whatever became of it. */
    @Query("""
            select distinct on (source_id) id, source_id, kind, origin, cast(field_values as text) as field_values,
                cast(value_times as text) as value_times, version, changed_at, asked_at, seen_after, seen_at
            from observation where source_id = any(cast(:sources as bigint[])) order by source_id, id desc
            """)
    List<Observation> last(String[] sources);

    @Query("update golden set due_at = least(coalesce(due_at, now()), now()) where id in "
            + "(select golden_id from source_record where id = :source) and erased_at is null")
    void considerGolden(long source);

    /** Those that are locked already. */
    @Query("""
            update golden set due_at = least(coalesce(due_at, now()), now())
            where erased_at is null
                and id in (select golden_id from source_record where id = any(cast(:sources as bigint[])))
            """)
    void considerGoldens(String[] sources);

    /** By id, so that two transactions never wait for each other. */
    @Query("""
            select id from golden
            where id in (select golden_id from source_record where id = any(cast(:sources as bigint[])))
            order by id for update
            """)
    List<UUID> lockGoldens(String[] sources);

    /** Not there before anything was read. */
    @Query("""
            select text, asked_at, clock_timestamp() as now, rereading from change_cursor
            where crm = :crm and object = :object
            """)
    Optional<CursorRow> cursor(String crm, String object);

    /** Nobody moves the cursors of this CRM with fields that are not mapped any more: see {@link ReadFromBeginning}. */
    @Query("select count(*) from (select pg_advisory_xact_lock_shared(7410302, hashtext(:crm))) as locked")
    long lockToMove(String crm);

    @Query("select count(*) from (select pg_advisory_xact_lock(7410302, hashtext(:crm))) as locked")
    long lockToSwitch(String crm);

    @Query("""
            update change_cursor set text = '', rereading = true, caught_up_at = null, round_at = null
            where crm = :crm and object = :object
            """)
    void toBeginning(String crm, String object);

    @Query(
            "select exists (select from change_cursor where crm = :crm and object = :object and caught_up_at is not null)")
    boolean isCaughtUp(String crm, String object);

    /**
     * @param before the cursor from which the page was asked, empty for the beginning
     * @param isLast whether everything has been read now
     * @return 0 when another hub has moved the cursor meanwhile
     */
    @Query("""
            insert into change_cursor (crm, object, text, asked_at, caught_up_at, round_at, told_until)
            values (:crm, :object, :text, :askedAt, case when :isLast then clock_timestamp() end,
                case when not :isLast then cast(:askedAt as timestamptz) end,
                case when :isLast then cast(:askedAt as timestamptz) end)
            on conflict (crm, object) do update set text = excluded.text, asked_at = excluded.asked_at,
                round_at = case when not :isLast then coalesce(change_cursor.round_at, excluded.asked_at) end,
                told_until = case when :isLast then coalesce(change_cursor.round_at, excluded.asked_at)
                    else change_cursor.told_until end,
                rereading = change_cursor.rereading and not :isLast,
                caught_up_at = coalesce(change_cursor.caught_up_at, excluded.caught_up_at)
            where change_cursor.text = :before
            """)
    long moveCursor(String crm, String object, String text, Instant askedAt, String before, boolean isLast);

    /** The CRM began anew, so that everything is read again. */
    @Query("update change_cursor set caught_up_at = null, round_at = asked_at where crm = :crm and object = :object")
    void begunAnew(String crm, String object);
}
