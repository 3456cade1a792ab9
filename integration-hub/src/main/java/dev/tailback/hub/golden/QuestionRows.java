package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL of questions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuestionRows extends GenericRepository<QuestionRow, UUID> {

    @Query("delete from open_question where golden_id = :golden and attribute <> all(cast(:asked as text[]))")
    void forgetOthers(UUID golden, String[] asked);

    @Query("""
            insert into open_question (golden_id, attribute, rules_version, asked_at)
            values (:golden, :attribute, :version, now()) on conflict (golden_id, attribute) do nothing
            """)
    void ask(UUID golden, String attribute, long version);

    /** The longest waiting first. */
    @Query("""
            select open_question.* from open_question join golden on golden.id = golden_id
            where merged_into is null and erased_at is null
            order by asked_at, golden_id, attribute limit :limit offset :skipped
            """)
    List<QuestionRow> open(int limit, long skipped);

    @Query("select count(*) from open_question")
    long count();
}
