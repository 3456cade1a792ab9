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

    @Query("""
            delete from open_question
            where golden_id = any(cast(:goldens as uuid[])) and (golden_id, attribute) not in (
                select golden_id, attribute
                from json_to_recordset(cast(:asked as json)) as asked (golden_id uuid, attribute text))
            """)
    void forgetOthers(String[] goldens, String asked);

    @Query("""
            insert into open_question (golden_id, attribute, rules_version, asked_at)
            select golden_id, attribute, rules_version, now()
            from json_to_recordset(cast(:asked as json))
                as asked (golden_id uuid, attribute text, rules_version bigint)
            on conflict (golden_id, attribute) do nothing
            """)
    void ask(String asked);

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
