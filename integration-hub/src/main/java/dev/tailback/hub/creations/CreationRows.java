package dev.tailback.hub.creations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of creations. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CreationRows extends GenericRepository<Creation, UUID> {

    String COLUMNS = """
            select creation.id, creation.golden_id, creation.crm, creation.object, creation.key_field, creation.version,
                cast(creation.field_values as text) as field_values, cast(creation.sent as text) as sent,
                creation.sent_until, creation.state, creation.attempts, creation.source_id
            from creation
            """;

    /** Golden records that remain, each with its own id and those of all that it has become one with. */
    @Query("""
            with recursive same (golden_id, same_id) as (
                select id, id from golden where id = any(cast(:goldens as uuid[])) and merged_into is null
                union
                select same.golden_id, one.id from same join golden as one on one.merged_into = same.same_id)
            select golden_id, same_id from same
            """)
    List<SameGolden> same(String[] goldens);

    /** By id, so that two transactions never wait for each other. */
    @Query(COLUMNS + "where golden_id = any(cast(:goldens as uuid[])) order by id for update")
    List<Creation> lockOf(String[] goldens);

    @Query(COLUMNS + "where golden_id = any(cast(:keys as uuid[]))")
    List<Creation> ofKeys(String[] keys);

    @Query(COLUMNS + "where source_id = any(cast(:sources as bigint[])) and state = 'CREATED'")
    List<Creation> createdAs(String[] sources);

    /**
     * Before their creations, as where they are considered; by id, so that two transactions never wait for each
     * other.
     */
    @Query("select id from golden where id = any(cast(:goldens as uuid[])) order by id for update")
    List<UUID> lockGoldens(String[] goldens);

    /** For each of these the golden record that it has become, or itself. */
    @Query("""
            select remains_of(id) as golden_id, id as same_id from golden where id = any(cast(:goldens as uuid[]))
            """)
    List<SameGolden> remainOf(String[] goldens);

    @Query("""
            insert into creation (id, golden_id, crm, object, key_field, version, field_values, state, due_at)
            select id, golden_id, crm, object, key_field, 1, cast(field_values as jsonb), 'OPEN', now()
            from json_to_recordset(cast(:rows as json)) as wanted
                (id uuid, golden_id uuid, crm text, object text, key_field text, field_values text)
            """)
    void want(String rows);

    /** What may be there already keeps its key. */
    @Query("""
            update creation set field_values = cast(wanted.field_values as jsonb), version = version + 1,
                state = 'OPEN', attempts = 0, due_at = now(), planned_at = clock_timestamp(), code = null,
                reason = null,
                key_field = case when sent_until is null then wanted.key_field else creation.key_field end
            from json_to_recordset(cast(:rows as json)) as wanted (id uuid, key_field text, field_values text)
            where creation.id = wanted.id
            """)
    void wantAgain(String rows);

    @Query("""
            update creation set state = 'UNWANTED', field_values = '{}', version = version + 1, code = null,
                reason = null
            where id = any(cast(:ids as uuid[]))
            """)
    void unwanted(String[] ids);

    /**
     * Those of one object that nothing holds back. The newest customers first: one that a person has just typed does
     * not wait behind all that were there before. What holds them back is asked in that order, and of no more than
     * are wanted. Another hub may have sent one meanwhile, so that is asked again of the locked row.
     */
    @Query(COLUMNS + """
            join golden on golden.id = remains_of(creation.golden_id)
            where creation.id in (
                    select newest.id from (
                        select one.id, one as whole
                        from creation as one join golden as remains on remains.id = remains_of(one.golden_id)
                        where one.state = 'OPEN' and one.due_at <= now() and one.crm = :crm and one.object = :object
                            and (one.sent_until is null or one.sent_until <= clock_timestamp())
                            and remains.due_at is null
                        order by remains.created_at desc, one.id offset 0) as newest
                    where creation_waits(newest.whole, cast(:objects as text[])) is null limit :limit)
                and creation.state = 'OPEN' and creation.due_at <= now()
                and (creation.sent_until is null or creation.sent_until <= clock_timestamp())
                and golden.due_at is null and golden.merged_into is null and golden.erased_at is null
            order by creation.id for update of creation, golden skip locked
            """)
    List<Creation> lockDue(String crm, String object, String[] objects, int limit);

    /** Of the creation that stands for it now. */
    @Query("""
            select case when state = 'OPEN' then coalesce(creation_waits(creation, cast(:objects as text[])), 'NEXT')
                    else state end as waits,
                concat_ws(': ', code, reason) as about
            from creation
            where golden_id in (select same_as(:golden)) and crm = :crm and object = :object
                and (state in ('OPEN', 'REFUSED') or state = 'CREATED' and golden_id = :golden)
            order by state = 'CREATED' desc, state = 'OPEN' desc limit 1
            """)
    Optional<Waiting> waiting(UUID golden, String crm, String object, String[] objects);

    /** Asked first, since very many may wait for the first reading. @param objects all that hold the entity */
    @Query("""
            select exists (select from creation
                    where state = 'OPEN' and crm = :crm and object = :object and due_at <= now())
                and not exists (select from unnest(cast(:objects as text[])) as name where not exists (
                    select from change_cursor where change_cursor.crm = :crm and change_cursor.object = name
                        and not rereading and caught_up_at is not null and told_until is not null))
            """)
    boolean isAnyDue(String crm, String object, String[] objects);

    @Query("""
            select count(*) from (select from creation where state = 'OPEN' and crm = :crm and object = :object
                and (sent_until is null or sent_until <= clock_timestamp()) limit :most) as counted
            """)
    long waiting(String crm, String object, int most);

    @Query("""
            update creation set sent = cast(sending.sent as jsonb), sent_until = :until
            from json_to_recordset(cast(:rows as json)) as sending (id uuid, sent text)
            where creation.id = sending.id
            """)
    void sending(String rows, Instant until);

    /**
     * The CRM told that it stored nothing; it did not speak of attempts before.
     *
     * @param mine until when the attempt was to last: after it, somebody else may have sent another one
     * @return 1 if nobody has
     */
    @Query("""
            update creation set sent = cast(:before as jsonb), sent_until = :doubtfulSince
            where id = :id and sent_until = :mine and state <> 'CREATED'
            """)
    long notSent(UUID id, Instant mine, String before, @Nullable Instant doubtfulSince);

    /** From now on the readings must tell whether it is there. */
    @Query("""
            update creation set sent_until = clock_timestamp()
            where id = :id and sent_until = :mine and state <> 'CREATED'
            """)
    long unsure(UUID id, Instant mine);

    @Query("""
            update creation set attempts = attempts + :attempts, code = :code, reason = :reason,
                due_at = clock_timestamp() + cast(:millis || ' milliseconds' as interval)
            where id = :id and version = :version and state = 'OPEN'
            """)
    void later(UUID id, long version, int attempts, String code, String reason, long millis);

    @Query("""
            update creation set state = 'REFUSED', attempts = attempts + 1, code = :code, reason = :reason
            where id = :id and version = :version and state = 'OPEN'
            """)
    void refused(UUID id, long version, String code, String reason);

    /** What was sent is of no use any more: the record says what it holds. */
    @Query("""
            update creation set state = 'CREATED', source_id = made.source_id, field_values = '{}', sent = '[]',
                code = null, reason = null
            from json_to_recordset(cast(:rows as json)) as made (id uuid, source_id bigint)
            where creation.id = made.id
            """)
    void created(String rows);

    @Query("""
            select id, source_id from creation where id = any(cast(:ids as uuid[])) and state = 'CREATED'
            """)
    List<Recognised> recognised(String[] ids);

    /** Of an erased person: that it is there is known, and so nothing is awaited any more. */
    @Query("update creation set source_id = :source where id = :id")
    void createdOfErased(UUID id, long source);

    @Query("select remains_of(:golden)")
    UUID remains(UUID golden);

    @Query("select exists (select from golden where id = :golden and erased_at is not null)")
    boolean isErased(UUID golden);

    @Query("select id from golden where id = any(cast(:goldens as uuid[])) and erased_at is not null")
    List<UUID> erased(String[] goldens);

    @Query("insert into creation_outcome (creation_id, version, kind, code) values (:id, :version, :kind, :code)")
    void outcome(UUID id, long version, String kind, @Nullable String code);

    @Query("""
            insert into creation_outcome (creation_id, version, kind)
            select id, version, 'ACCEPTED' from json_to_recordset(cast(:rows as json)) as made (id uuid, version bigint)
            """)
    void accepted(String rows);
}
