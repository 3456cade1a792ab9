package dev.tailback.hub.scores;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/**
 * The SQL that counts. Each statement looks at a page of records, from one id to another, so none is long and none reads
 * a whole table.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CountRows extends GenericRepository<ScoreDay, Long> {

    /** The last record that there is; those that come while we count are counted next time. */
    @Query("select max(id) from source_record having max(id) is not null")
    Optional<Long> highest();

    /** Where the page ends that begins after this record; not there after the last one. */
    @Query("""
            select max(id) from (
                select id from source_record where id > :after and id <= :highest order by id limit :size) as page
            having max(id) is not null
            """)
    Optional<Long> pageEnd(long after, long highest, int size);

    /** Those that stand for something: of the others nothing was taken in yet. */
    @Query("""
            select crm, object, entity, count(*) as records from source_record
            where id > :after and id <= :last and standing = 'PRESENT' and erased_at is null and golden_id is not null
            group by crm, object, entity
            """)
    List<RecordsRow> records(long after, long last);

    /** What their fields hold, whatever stands for it. */
    @Query("""
            select crm, object, entity, field, coalesce(refused_by, '') as rule, count(*) as filled
            from source_record join held_value on source_id = id
            where id > :after and id <= :last and standing = 'PRESENT' and erased_at is null and golden_id is not null
                and value ~ '\\S'
            group by crm, object, entity, field, coalesce(refused_by, '')
            """)
    List<FilledRow> filled(long after, long last);

    /**
     * What people said, where people said something of the same thing in another CRM, too; our own writes are no facts.
     * What nobody has decided yet is left out. While a steward is asked, nothing is agreed. PostgreSQL cannot guess how
     * many rows a part of this has, so no part is joined with another one.
     */
    @Query("""
            select crm, entity, attribute, count(*) as compared,
                count(*) filter (where not is_open and said.value = last.value) as agreed
            from (
                select record.id, golden_id, crm, entity, attribute, fact.value,
                    min(crm) over both_of as lowest, max(crm) over both_of as highest
                from source_record as record join fact on source_id = record.id
                where golden_id in (
                        select golden_id from source_record
                        where id > :after and id <= :last and standing = 'PRESENT' and erased_at is null)
                    and standing = 'PRESENT' and erased_at is null and not is_emptied and fact.value <> ''
                    and (crm, object, entity, attribute, field) in (
                        select line.crm, line.object, line.entity, line.attribute, line.field
                        from json_to_recordset(cast(:mapped as json))
                            as line (crm text, object text, entity text, attribute text, field text))
                window both_of as (partition by golden_id, attribute)) as said
                cross join lateral (
                    select value, is_open from decision
                    where decision.golden_id = said.golden_id and decision.attribute = said.attribute
                    order by id desc limit 1) as last
            where lowest <> highest and said.id > :after and said.id <= :last
            group by crm, entity, attribute
            """)
    List<AgreedRow> agreed(String mapped, long after, long last);
}
