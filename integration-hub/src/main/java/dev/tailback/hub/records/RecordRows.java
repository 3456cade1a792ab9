package dev.tailback.hub.records;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of records and cross-references. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordRows extends GenericRepository<KnownRecord, Long> {

    @Query("""
            insert into source_record (crm, object, record_id, entity, standing)
            select :crm, :object, record_id, :entity, 'PRESENT'
            from unnest(cast(:recordIds as text[])) as one (record_id) order by record_id
            on conflict (crm, object, record_id) do nothing
            """)
    void append(String crm, String object, String[] recordIds, String entity);

    @Query("""
            select * from source_record
            where crm = :crm and object = :object and record_id = any(cast(:recordIds as text[]))
            """)
    List<KnownRecord> find(String crm, String object, String[] recordIds);

    @Query("select * from source_record where crm = :crm and object = :object and record_id = :recordId")
    Optional<KnownRecord> find(String crm, String object, String recordId);

    @Query("select * from source_record where crm = :crm and entity = :entity and record_id = :recordId limit 1")
    Optional<KnownRecord> findOfEntity(String crm, String entity, String recordId);

    @Query("select * from source_record where id = :id")
    Optional<KnownRecord> find(long id);

    /** By id, so that two transactions never wait for each other. */
    @Query("select * from source_record where golden_id = any(cast(:goldens as uuid[])) order by id for update")
    List<KnownRecord> lockOfGoldens(String[] goldens);

    @Query("select * from source_record where golden_id = any(cast(:goldens as uuid[])) order by id")
    List<KnownRecord> ofGoldens(String[] goldens);

    /** One of which something is told, that nobody has matched yet, and that no other hub is matching now. */
    @Query("""
            select * from source_record
            where golden_id is null and erased_at is null and (busy_until is null or busy_until <= now())
                and exists (select from observation where source_id = source_record.id and absorbed_at is null)
            order by id limit 1 for update skip locked
            """)
    Optional<KnownRecord> lockUnmatched();

    /** The same, of one entity, and as many as are wanted. */
    @Query("""
            select * from source_record
            where golden_id is null and erased_at is null and (busy_until is null or busy_until <= now())
                and entity = :entity
                and exists (select from observation where source_id = source_record.id and absorbed_at is null)
            order by id limit :limit for update skip locked
            """)
    List<KnownRecord> lockUnmatched(String entity, int limit);

    @Query("select * from source_record where id = any(cast(:ids as bigint[])) order by id")
    List<KnownRecord> findAll(String[] ids);

    /** One that was back meanwhile is gone from now on, and nobody has said yet to leave it so. */
    @Query("""
            update source_record set standing = told.standing, merged_into = told.merged_into, version = told.version,
                gone_at = case when told.standing = 'GONE'
                    then coalesce(case when not told.was_back then gone_at end, clock_timestamp()) end,
                gone_left_at = case when told.standing = 'GONE' and not told.was_back then gone_left_at end
            from json_to_recordset(cast(:rows as json))
                as told (id bigint, standing text, merged_into text, version text, was_back boolean)
            where source_record.id = told.id
            """)
    void told(String rows);

    @Query("update source_record set reread = true where id = any(cast(:ids as bigint[]))")
    void reread(String[] ids);

    /**
     * Takes the records for a call to their CRM, unless somebody has one.
     *
     * @return how many of them are ours
     */
    @Query("""
            update source_record set busy_until = now() + cast(:seconds || ' seconds' as interval)
            where id = any(cast(:ids as bigint[])) and (busy_until is null or busy_until <= now())
            """)
    long take(String[] ids, int seconds);

    /** In one statement: a second one would wait for the golden record, whose holder may wait for this record. */
    @Query("update source_record set busy_until = null, reread = :reread where id = :id")
    void giveBack(long id, boolean reread);

    /** What is asked for from now on is newer than the write; the version before it is of no use any more. */
    @Query("""
            update source_record set busy_until = null, written_at = clock_timestamp(), version = null
            where id = any(cast(:ids as bigint[]))
            """)
    void written(String[] ids);

    @Query("""
            select * from source_record
            where reread and standing = 'PRESENT' and erased_at is null and (busy_until is null or busy_until <= now())
            order by id limit :limit
            """)
    List<KnownRecord> toReread(int limit);

    @Query("""
            update source_record set golden_id = stands.golden_id
            from json_to_recordset(cast(:rows as json)) as stands (source_id bigint, golden_id uuid)
            where source_record.id = stands.source_id
            """)
    void standsFor(String rows);

    @Query("""
            update cross_reference set until = :at where source_id = any(cast(:ids as bigint[])) and until is null
            """)
    void endReferences(String[] ids, Instant at);

    @Query("""
            insert into cross_reference (golden_id, source_id, since, reason)
            select golden_id, source_id, cast(:at as timestamptz), reason
            from json_to_recordset(cast(:rows as json)) as stands (source_id bigint, golden_id uuid, reason text)
            order by source_id
            """)
    void beginReferences(String rows, Instant at);

    @Query("update source_record set golden_id = null where id = :id")
    void standsForNothing(long id);

    /** Waits for an erasure that is under way, and lets none begin until the transaction ends. */
    @Query("select * from source_record where id = any(cast(:ids as bigint[])) order by id for key share")
    List<KnownRecord> holdBackErasure(String[] ids);

    /** @return those that stand for nothing yet; by id, so that two transactions never wait for each other */
    @Query("""
            select id from source_record where id = any(cast(:ids as bigint[])) and golden_id is null
            order by id for update
            """)
    List<Long> lockIfUnmatched(String[] ids);

    @Query("update source_record set erased_at = clock_timestamp(), reread = false, version = null where id = :id")
    void erased(long id);

    @Query("select clock_timestamp()")
    Instant now();
}
