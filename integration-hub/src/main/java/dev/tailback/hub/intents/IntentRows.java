package dev.tailback.hub.intents;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL of intents and outcomes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IntentRows extends GenericRepository<Intent, UUID> {

    @Query("""
            select id, source_id, golden_id, version, cast(field_values as text) as field_values, state, attempts
            from intent where source_id = any(cast(:sources as bigint[]))
            """)
    List<Intent> ofRecords(String[] sources);

    /** In one order, so that two transactions never wait for each other. */
    @Query("""
            insert into intent (id, source_id, golden_id, version, field_values, state, due_at)
            select id, source_id, golden_id, 1, cast(field_values as jsonb), 'OPEN', now()
            from json_to_recordset(cast(:rows as json))
                as wanted (id uuid, source_id bigint, golden_id uuid, field_values text)
            order by source_id
            on conflict (source_id) do update
            set version = intent.version + 1, golden_id = excluded.golden_id, field_values = excluded.field_values,
                state = 'OPEN', attempts = 0, due_at = now(), code = null, reason = null,
                planned_at = clock_timestamp()
            """)
    void want(String rows);

    @Query("""
            update intent set due_at = now()
            where id = any(cast(:ids as uuid[])) and state = 'OPEN' and attempts = 0
            """)
    void dueNow(String[] ids);

    @Query("""
            update intent set state = 'HELD', field_values = cast('{}' as jsonb), code = null, reason = null
            from json_to_recordset(cast(:rows as json)) as done (id uuid, version bigint)
            where intent.id = done.id and intent.version = done.version
            """)
    void held(String rows);

    @Query("""
            update intent set state = 'REFUSED', attempts = attempts + 1, code = :code, reason = :reason
            where id = :id and version = :version
            """)
    void refused(UUID id, long version, String code, String reason);

    @Query("""
            update intent set attempts = attempts + :attempts, code = :code, reason = :reason,
                due_at = clock_timestamp() + cast(:millis || ' milliseconds' as interval)
            where id = :id and version = :version
            """)
    void later(UUID id, long version, int attempts, @Nullable String code, @Nullable String reason, long millis);

    /**
     * Those of one object whose record nobody has, of golden records about which nothing new is known. Nothing is
     * written into an object that is being read from its beginning: what people say there may not be known yet.
     */
    @Query("""
            select intent.id, intent.source_id, intent.golden_id, intent.version,
                cast(intent.field_values as text) as field_values, intent.state, intent.attempts
            from intent join source_record on source_record.id = intent.source_id
            where intent.state = 'OPEN' and intent.due_at <= now() and crm = :crm and object = :object
                and standing = 'PRESENT' and not reread and (busy_until is null or busy_until <= now())
                and not exists (select from change_cursor
                    where change_cursor.crm = :crm and change_cursor.object = :object and rereading)
                and not exists (select from golden where golden.id = intent.golden_id and golden.due_at <= now())
            order by intent.due_at limit :limit for update of intent, source_record skip locked
            """)
    List<Intent> lockDue(String crm, String object, int limit);

    @Query("""
            insert into outcome (intent_id, version, kind, code, reason, at)
            values (:intent, :version, :kind, :code, :reason, clock_timestamp())
            """)
    void outcome(UUID intent, long version, OutcomeKind kind, @Nullable String code, @Nullable String reason);

    @Query("""
            insert into outcome (intent_id, version, kind, at)
            select id, version, 'ACCEPTED', clock_timestamp()
            from json_to_recordset(cast(:rows as json)) as done (id uuid, version bigint)
            """)
    void accepted(String rows);

    @Query("""
            update intent set field_values = field_values - :field, version = intent.version + 1, attempts = 0,
                due_at = now(), code = null, reason = null,
                state = case when field_values - :field = cast('{}' as jsonb) then 'HELD' else 'OPEN' end
            from source_record
            where source_record.id = intent.source_id and crm = :crm and object = :object
                and state in ('OPEN', 'REFUSED') and jsonb_exists(field_values, :field)
            """)
    void without(String crm, String object, String field);

    @Query("select count(*) from intent where state = 'OPEN'")
    long open();

    /** @return those of which no other values were planned meanwhile */
    @Query("""
            with held as (
                update intent set state = 'HELD', field_values = cast('{}' as jsonb), code = null, reason = null
                from json_to_recordset(cast(:rows as json)) as done (id uuid, version bigint)
                where intent.id = done.id and intent.version = done.version and state <> 'HELD'
                returning intent.id)
            select id from held
            """)
    List<UUID> heldAsPlanned(String rows);
}
