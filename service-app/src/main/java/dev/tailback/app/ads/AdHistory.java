package dev.tailback.app.ads;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only history of the fields of ads: who changed what, when and for what reason. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AdHistory extends GenericRepository<AdHistory.Line, Long> {

    @Query("""
            insert into ad_history (ad_id, at, who, reason, version, field, before, after)
            values (:adId, :at, :who, :reason, :version, :field, :before, :after)
            """)
    void append(
            UUID adId,
            Instant at,
            String who,
            @Nullable String reason,
            long version,
            AdField field,
            @Nullable String before,
            @Nullable String after);

    /** In the order they were made. */
    @Query("select * from ad_history where ad_id = :adId order by id")
    List<Line> ofAd(UUID adId);

    /** One line. */
    @MappedEntity("ad_history")
    record Line(
            @Id long id,
            Instant at,
            String who,
            @Nullable String reason,
            long version,
            AdField field,
            @Nullable String before,
            @Nullable String after) {

        AdChange change() {
            return new AdChange(
                    at,
                    who,
                    Optional.ofNullable(reason),
                    version,
                    field,
                    Optional.ofNullable(before),
                    Optional.ofNullable(after));
        }
    }
}
