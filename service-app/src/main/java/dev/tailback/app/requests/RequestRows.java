package dev.tailback.app.requests;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL that writes requests. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RequestRows extends GenericRepository<CorrectionRequest, UUID> {

    @Query("select * from correction_request where id = :id")
    Optional<CorrectionRequest> find(UUID id);

    /** The oldest first. */
    @Query("select * from correction_request where state = 'REOPENING' order by number limit :most")
    List<CorrectionRequest> reopening(int most);

    /** @return 1, or 0 when another request about the entry is unsettled */
    @Query("""
            insert into correction_request (id, entry_id, ad_id, units, reason, state, asked_by, asked_at)
            values (:id, :entryId, :adId, :units, :reason, 'OPEN', :by, :at)
            on conflict (entry_id) where state in ('OPEN', 'REOPENING') do nothing
            """)
    int ask(UUID id, UUID entryId, UUID adId, int units, String reason, String by, Instant at);

    /** @return 1, or 0 when it is in none of these states any more */
    @Query("update correction_request set state = :to where id = :id and state in (:from)")
    int move(UUID id, List<String> from, String to);

    @Query("""
            insert into correction_request_event (request_id, at, who, what, reason)
            values (:requestId, :at, :who, :what, :reason)
            """)
    void record(UUID requestId, Instant at, String who, RequestAction what, @Nullable String reason);
}
