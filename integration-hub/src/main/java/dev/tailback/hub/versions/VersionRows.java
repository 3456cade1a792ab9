package dev.tailback.hub.versions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The SQL of versions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface VersionRows extends GenericRepository<Version, Long> {

    /** Until the transaction ends nobody else keeps or switches a version of this subject. */
    @Query("select count(*) from (select pg_advisory_xact_lock(7410301, hashtext(:subject))) as locked")
    long lock(String subject);

    @Query("""
            insert into kept_version (subject, number, text, puts_back, who, note, kept_at)
            values (:subject, (select coalesce(max(number), 0) + 1 from kept_version where subject = :subject), :text,
                :putsBack, :who, :note, clock_timestamp())
            """)
    void keep(String subject, String text, @Nullable Long putsBack, String who, String note);

    @Query("select coalesce(max(number), 0) from kept_version where subject = :subject")
    long last(String subject);

    @Query("select * from kept_version where subject = :subject and number = :number")
    Optional<Version> find(String subject, long number);

    @Query("""
            select kept.number, kept.puts_back, kept.who, kept.note, kept.kept_at, switched.who as switched_by,
                switched.at as switched_at,
                coalesce(switched.id = (select max(id) from version_switch where subject = :subject), false)
                    as is_in_force
            from kept_version kept left join version_switch switched using (subject, number)
            where subject = :subject and number < :before order by number desc limit :limit
            """)
    List<VersionLine> list(String subject, long before, int limit);

    @Query("""
            insert into version_switch (subject, number, stands_on, who, note, at)
            values (:subject, :number, :standsOn, :who, :note, clock_timestamp())
            """)
    void switchOn(String subject, long number, @Nullable Long standsOn, String who, String note);

    @Query("select count(*) from version_switch where subject = :subject and number = :number")
    long switches(String subject, long number);

    @Query("""
            select id, subject, number, stands_on from version_switch where subject = :subject
            order by id desc limit 1
            """)
    Optional<InForce> inForce(String subject);

    /** Of all subjects that begin so. */
    @Query("""
            select distinct on (subject) id, subject, number, stands_on from version_switch
            where starts_with(subject, :beginning) order by subject, id desc
            """)
    List<InForce> allInForce(String beginning);

    /** Those that were in force, and on which a version does not stand: they were put away. */
    @Query("""
            with recursive line as (
                select number, stands_on from version_switch where subject = :subject and number = :number
                union
                select below.number, below.stands_on from version_switch below join line
                    on below.subject = :subject and below.number = line.stands_on)
            select number from version_switch
            where subject = :subject and number not in (select number from line) order by number
            """)
    List<Long> passedOver(String subject, long number);
}
