package dev.tailback.hub.erasure;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of who is erased and that it was done. What is emptied stands in {@link EmptyRows}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ErasureRows extends GenericRepository<Erasure, UUID> {

    @Query("select id, entity, merged_into, erased_at is not null as is_erased from golden where id = :golden")
    Optional<PersonRow> person(UUID golden);

    /** The golden record and all that were merged into it, directly or not. By id, so that nobody waits in a circle. */
    @Query("""
            with recursive same (id) as (
                select cast(:golden as uuid)
                union select golden.id from golden join same on golden.merged_into = same.id)
            select golden.id from golden where id in (select id from same) order by id for update
            """)
    List<UUID> lockSame(UUID golden);

    /**
     * Golden records for which a record of these stood at another time: their history may hold values of the person.
     */
    @Query("""
            select distinct other.golden_id from cross_reference as mine
                join cross_reference as other on other.source_id = mine.source_id
            where mine.golden_id = any(cast(:goldens as uuid[])) and other.golden_id <> all(cast(:goldens as uuid[]))
            """)
    List<UUID> related(String[] goldens);

    @Query("update golden set erased_at = now(), due_at = null where id = any(cast(:goldens as uuid[]))")
    long markGoldens(String[] goldens);

    @Query("""
            update source_record set erased_at = now(), reread = false, version = null
            where golden_id = any(cast(:goldens as uuid[]))
            """)
    long markRecords(String[] goldens);

    @Query("""
            insert into erasure (golden_id, who, note, emptied) values (:golden, :who, :note, cast(:emptied as jsonb))
            """)
    void append(UUID golden, String who, String note, String emptied);

    @Query("""
            select golden_id, who, note, at, cast(emptied as text) as emptied from erasure where golden_id = :golden
            """)
    Optional<Erasure> done(UUID golden);

    @Query("""
            select golden_id, who, note, at, cast(emptied as text) as emptied from erasure
            where (at, golden_id) < (select at, golden_id from erasure where golden_id = :before
                union all select 'infinity', cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid)
                where not exists (select from erasure where golden_id = :before))
            order by at desc, golden_id desc limit :limit
            """)
    List<Erasure> before(UUID before, int limit);

    @Query("""
            update source_record set erased_at = null, golden_id = null, reread = true
            where id = :source and erased_at is not null
            """)
    long readmit(long source);
}
