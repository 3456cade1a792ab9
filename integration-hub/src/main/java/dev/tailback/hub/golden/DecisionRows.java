package dev.tailback.hub.golden;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The SQL of decisions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DecisionRows extends GenericRepository<DecisionRow, Long> {

    @Query("""
            insert into decision
                (golden_id, attribute, value, rule, rules_version, candidates, is_conflict, decided_at)
            values (:golden, :attribute, :value, :rule, :rulesVersion, cast(:candidates as jsonb), :isConflict, now())
            """)
    void append(
            UUID golden,
            String attribute,
            String value,
            String rule,
            long rulesVersion,
            String candidates,
            boolean isConflict);

    /** The last one of each attribute. */
    @Query("""
            select distinct on (attribute) id, golden_id, attribute, value, rule, rules_version,
                cast(candidates as text) as candidates, is_conflict, decided_at
            from decision where golden_id = :golden order by attribute, id desc
            """)
    List<DecisionRow> latest(UUID golden);

    /** All of one attribute before this one, the newest first. */
    @Query("""
            select id, golden_id, attribute, value, rule, rules_version, cast(candidates as text) as candidates,
                is_conflict, decided_at
            from decision where golden_id = :golden and attribute = :attribute and id < :before
            order by id desc limit :limit
            """)
    List<DecisionRow> history(UUID golden, String attribute, long before, int limit);
}
