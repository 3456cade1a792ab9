package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.Weight;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of the schemas that were seen, and of when to look. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SchemaRows extends GenericRepository<SchemaVersion, Long> {

    @Query("insert into schema_watch (crm, due_at) values (:crm, now()) on conflict (crm) do nothing")
    void watch(String crm);

    /** Whoever gets 1 looks; another hub does when nothing has come of it in two minutes. */
    @Query("""
            update schema_watch set due_at = clock_timestamp() + interval '2 minutes'
            where crm = :crm and due_at <= clock_timestamp()
            """)
    long take(String crm);

    /** Soon, but not sooner than a minute after the last look. */
    @Query("""
            update schema_watch set due_at = least(due_at,
                greatest(clock_timestamp(), coalesce(looked_at + interval '1 minute', clock_timestamp())))
            where crm = :crm
            """)
    void soon(String crm);

    /** A person wants to know, so sooner than after something smelled. */
    @Query("""
            update schema_watch set wanted_at = clock_timestamp(), due_at = least(due_at,
                greatest(clock_timestamp(), coalesce(looked_at + interval '5 seconds', clock_timestamp())))
            where crm = :crm
            """)
    void wanted(String crm);

    /** One hub at a time writes down what it saw. */
    @Query("select crm from schema_watch where crm = :crm for update")
    Optional<String> lock(String crm);

    /**
     * @param begun when the CRM was asked: who wanted a look after that has another one soon
     * @param secondsWhileStopped until the next look where something is stopped, which may come back
     */
    @Query("""
            update schema_watch set looked_at = clock_timestamp(), mapped = cast(:mapped as jsonb),
                due_at = clock_timestamp() + cast(case
                    when wanted_at > cast(:begun as timestamptz) then 5
                    when exists (select from field_stop where field_stop.crm = schema_watch.crm)
                        then :secondsWhileStopped
                    else :seconds end || ' seconds' as interval)
            where crm = :crm
            """)
    void looked(String crm, String mapped, Instant begun, long seconds, long secondsWhileStopped);

    /** As JSON; empty before the first look. */
    @Query("select cast(mapped as text) from schema_watch where crm = :crm and mapped is not null")
    Optional<String> mapped(String crm);

    @Query("select looked_at from schema_watch where crm = :crm and looked_at is not null")
    Optional<Instant> lookedAt(String crm);

    @Query("select * from schema_version where crm = :crm order by id desc limit 1")
    Optional<SchemaVersion> last(String crm);

    @Query("select described from schema_version where id = :id")
    String described(long id);

    @Query("""
            insert into schema_version (crm, stamp, described, seen_at)
            values (:crm, :stamp, :described, clock_timestamp())
            """)
    void append(String crm, String stamp, String described);

    @Query("""
            insert into schema_change (version_id, weight, object, field, sentence)
            values (:version, :weight, :object, :field, :sentence)
            """)
    void append(long version, Weight weight, String object, String field, String sentence);

    @Query("""
            delete from schema_version where crm = :crm and id not in
                (select id from schema_version where crm = :crm order by id desc limit :kept)
            """)
    void forget(String crm, int kept);

    @Query("select * from schema_version where crm = :crm order by id desc limit :limit")
    List<SchemaVersion> versions(String crm, int limit);

    @Query("select clock_timestamp()")
    Instant now();
}
