package dev.tailback.hub.stewards;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of what stewards are asked and say. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StewardRows extends GenericRepository<Candidate, Long> {

    @Query("""
            insert into steward_word (first_source, second_source, is_same, who, note, at)
            values (least(:one, :other), greatest(:one, :other), :isSame, :who, :note, now())
            """)
    void say(long one, long other, boolean isSame, String who, String note);

    @Query("""
            select distinct on (first_source, second_source) first_source, one.crm as first_crm,
                one.record_id as first_record, second_source, other.crm as second_crm,
                other.record_id as second_record, is_same
            from steward_word join source_record one on one.id = first_source
                join source_record other on other.id = second_source
            where first_source = any(cast(:sources as bigint[])) or second_source = any(cast(:sources as bigint[]))
            order by first_source, second_source, steward_word.id desc
            """)
    List<StewardWord> about(String[] sources);

    @Query("""
            insert into match_candidate (source_id, golden_id, ground, evidence, found_at, state)
            select source_id, golden_id, ground, cast(evidence as jsonb), now(), 'OPEN'
            from json_to_recordset(cast(:rows as json))
                as asked (source_id bigint, golden_id uuid, ground text, evidence text)
            on conflict (source_id, golden_id) where state = 'OPEN' do nothing
            """)
    void ask(String rows);

    @Query("""
            select id, source_id, golden_id, ground, cast(evidence as text) as evidence, found_at, state
            from match_candidate where state = 'OPEN' order by id limit :limit
            """)
    List<Candidate> open(int limit);

    @Query("""
            select id, source_id, golden_id, ground, cast(evidence as text) as evidence, found_at, state
            from match_candidate where id = :id for update
            """)
    Optional<Candidate> lock(long id);

    @Query("select entity from match_candidate join source_record on source_record.id = source_id "
            + "where match_candidate.id = :id")
    Optional<String> entityOfQuestion(long id);

    @Query("select entity from golden_merge join golden on golden.id = kept_id where golden_merge.id = :id")
    Optional<String> entityOfMerge(long id);

    @Query("update match_candidate set state = :state, who = :who, at = now() where id = :id")
    void answer(long id, Candidate.State state, @Nullable String who);

    @Query("""
            insert into golden_merge (kept_id, lost_id, moved, who, note, at)
            values (:kept, :lost, cast(:moved as jsonb), :who, :note, now())
            """)
    void merged(UUID kept, UUID lost, String moved, String who, String note);

    @Query("update golden set merged_into = :kept where id = :lost")
    void mergeInto(UUID lost, @Nullable UUID kept);

    @Query("""
            select id, kept_id, lost_id, cast(moved as text) as moved, who, note from golden_merge
            where id = :id and undone_at is null
                and not exists (select from golden where golden.id = kept_id and erased_at is not null)
            for update
            """)
    Optional<Merge> lockMerge(long id);

    @Query("""
            select id, kept_id, lost_id, cast(moved as text) as moved, who, note from golden_merge
            where undone_at is null
                and not exists (select from golden where golden.id = kept_id and erased_at is not null)
            order by id desc limit :limit
            """)
    List<Merge> merges(int limit);

    @Query("update golden_merge set undone_by = :who, undone_at = now() where id = :id")
    void undone(long id, String who);
}
