package dev.tailback.hub.dossier;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL by which golden records are found and shown. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface GoldenViewRows extends GenericRepository<GoldenRow, UUID> {

    @Query("select id, entity, created_at, merged_into, erased_at from golden where id = :id")
    Optional<GoldenRow> golden(UUID id);

    /** When the record was seen last. */
    @Query("select seen_at from observation where source_id = :source order by id desc limit 1")
    Optional<Instant> seenAt(long source);

    /**
     * By the id of the golden record.
     *
     * @param text the id that a CRM gave to its record
     * @param query words as PostgreSQL's full text search reads them; each is the beginning of one
     */
    @Query("""
            select id, entity, created_at, merged_into, erased_at from golden
            where id > :after and id in (
                select golden_id from source_record where record_id = :text and golden_id is not null
                union
                select golden_id from record_words join source_record on source_record.id = source_id
                where array_to_tsvector(array_remove(string_to_array(words, ' '), '')) @@ cast(:query as tsquery)
                    and golden_id is not null
                union
                select golden.id from golden where golden.id = :golden)
            order by id limit :limit
            """)
    List<GoldenRow> find(String text, String query, UUID golden, UUID after, int limit);
}
