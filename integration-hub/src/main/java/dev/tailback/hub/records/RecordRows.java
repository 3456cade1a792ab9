package dev.tailback.hub.records;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of records and cross-references. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordRows extends GenericRepository<KnownRecord, Long> {

    @Query("""
            insert into source_record (crm, object, record_id, entity, standing)
            values (:crm, :object, :recordId, :entity, 'PRESENT')
            on conflict (crm, object, record_id) do nothing
            """)
    void append(String crm, String object, String recordId, String entity);

    @Query("select * from source_record where crm = :crm and object = :object and record_id = :recordId")
    Optional<KnownRecord> find(String crm, String object, String recordId);

    @Query("select * from source_record where crm = :crm and entity = :entity and record_id = :recordId limit 1")
    Optional<KnownRecord> findOfEntity(String crm, String entity, String recordId);

    @Query("select * from source_record where id = :id")
    Optional<KnownRecord> find(long id);

    /** By id, so that two transactions never wait for each other. */
    @Query("select * from source_record where golden_id = :golden order by id for update")
    List<KnownRecord> lockOfGolden(UUID golden);

    @Query("select * from source_record where golden_id = :golden order by id")
    List<KnownRecord> ofGolden(UUID golden);

    /** One of which something is told, that nobody has matched yet, and that no other hub is matching now. */
    @Query("""
            select * from source_record
            where golden_id is null and erased_at is null and (busy_until is null or busy_until <= now())
                and exists (select from observation where source_id = source_record.id and absorbed_at is null)
            order by id limit 1 for update skip locked
            """)
    Optional<KnownRecord> lockUnmatched();

    @Query("""
            update source_record set standing = :standing, merged_into = :mergedInto, version = :version,
                gone_at = case when :standing = 'GONE' then coalesce(gone_at, clock_timestamp()) end,
                gone_left_at = case when :standing = 'GONE' then gone_left_at end
            where id = :id
            """)
    void told(long id, Standing standing, @Nullable String mergedInto, @Nullable String version);

    @Query("update source_record set reread = :reread where id = :id")
    void reread(long id, boolean reread);

    /**
     * Takes the record for a call to its CRM, unless somebody has it.
     *
     * @return 1 when it is ours
     */
    @Query("""
            update source_record set busy_until = now() + cast(:seconds || ' seconds' as interval)
            where id = :id and (busy_until is null or busy_until <= now())
            """)
    long take(long id, int seconds);

    /** In one statement: a second one would wait for the golden record, whose holder may wait for this record. */
    @Query("update source_record set busy_until = null, reread = :reread where id = :id")
    void giveBack(long id, boolean reread);

    /** What is asked for from now on is newer than the write; the version before it is of no use any more. */
    @Query("""
            update source_record set busy_until = null, written_at = clock_timestamp(), version = null where id = :id
            """)
    void written(long id);

    @Query("""
            select * from source_record
            where reread and standing = 'PRESENT' and erased_at is null and (busy_until is null or busy_until <= now())
            order by id limit :limit
            """)
    List<KnownRecord> toReread(int limit);

    @Query("update source_record set golden_id = :golden where id = :id")
    void standsFor(long id, UUID golden);

    @Query("""
            update cross_reference set until = :at where source_id = :id and until is null
            """)
    void endReference(long id, Instant at);

    @Query("""
            insert into cross_reference (golden_id, source_id, since, reason) values (:golden, :id, :at, :reason)
            """)
    void beginReference(UUID golden, long id, Instant at, String reason);

    @Query("update source_record set golden_id = null where id = :id")
    void standsForNothing(long id);

    /** Waits for an erasure that is under way, and lets none begin until the transaction ends. */
    @Query("select * from source_record where id = :id for key share")
    Optional<KnownRecord> holdBackErasure(long id);

    /** @return nothing when it stands for something already */
    @Query("select id from source_record where id = :id and golden_id is null for update")
    Optional<Long> lockIfUnmatched(long id);

    @Query("update source_record set erased_at = clock_timestamp(), reread = false, version = null where id = :id")
    void erased(long id);

    @Query("select clock_timestamp()")
    Instant now();
}
