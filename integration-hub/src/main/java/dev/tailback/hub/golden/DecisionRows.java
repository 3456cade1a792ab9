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
                (golden_id, attribute, value, rule, rules_version, candidates, is_conflict, by_steward, is_open,
                decided_at)
            select golden_id, attribute, value, rule, rules_version, cast(candidates as jsonb), is_conflict, by_steward,
                is_open, now()
            from json_to_recordset(cast(:rows as json)) as decided
                (golden_id uuid, attribute text, value text, rule text, rules_version bigint, candidates text,
                is_conflict boolean, by_steward boolean, is_open boolean)
            """)
    void append(String rows);

    /** The last one of each attribute. */
    @Query("""
            select distinct on (golden_id, attribute) id, golden_id, attribute, value, rule, rules_version,
                cast(candidates as text) as candidates, is_conflict, by_steward, is_open, decided_at
            from decision where golden_id = any(cast(:goldens as uuid[])) order by golden_id, attribute, id desc
            """)
    List<DecisionRow> latest(String[] goldens);

    /**
     * The last decision of each attribute that stands for rules: a rule made it, and no version that was put away,
     * unless its rule for the attribute was the same.
     *
     * @param passedOver versions that were put away
     * @param attributes and the rule of each now, at the same place of {@code rules}
     */
    @Query("""
            select distinct on (golden_id, attribute) golden_id, attribute, value, is_open from decision
            where golden_id = any(cast(:goldens as uuid[])) and not by_steward
                and (rules_version <> all(cast(:passedOver as bigint[]))
                    or (attribute, rule) in (
                        select same.attribute, same.rule
                        from unnest(cast(:attributes as text[]), cast(:rules as text[])) as same(attribute, rule)))
            order by golden_id, attribute, id desc
            """)
    List<StoodRow> stood(String[] goldens, String[] passedOver, String[] attributes, String[] rules);

    /** All of one attribute before this one, the newest first. */
    @Query("""
            select id, golden_id, attribute, value, rule, rules_version, cast(candidates as text) as candidates,
                is_conflict, by_steward, is_open, decided_at
            from decision where golden_id = :golden and attribute = :attribute and id < :before
            order by id desc limit :limit
            """)
    List<DecisionRow> history(UUID golden, String attribute, long before, int limit);
}
