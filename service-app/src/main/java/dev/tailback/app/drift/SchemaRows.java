package dev.tailback.app.drift;

import dev.tailback.mapping.drift.Weight;
import io.micronaut.core.annotation.Introspected;
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

/** The SQL of what was seen of the org, and of whose turn it is to look. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SchemaRows extends GenericRepository<SchemaRows.Row, Long> {

    /**
     * What was seen, each time that it was otherwise than before.
     *
     * @param seen as {@link dev.tailback.mapping.drift.SeenText} writes it
     * @param sound whether the mapping could be kept
     * @param weight of the changes against the one before
     * @param changes against the one before, as JSON
     */
    @MappedEntity("schema_version")
    record Row(
            @Id long number,
            Instant at,
            long mappingVersion,
            String seen,
            boolean sound,
            @Nullable Weight weight,
            String changes) {}

    /** A version without what was seen. */
    @Introspected
    record Listed(
            long number,
            Instant at,
            long mappingVersion,
            @Nullable Weight weight,
            String changes) {}

    /** Whoever moves it on looks. */
    @Query("update schema_watch set due_at = :next, begun_at = :now where due_at <= :now")
    int takeTurn(Instant now, Instant next);

    /** Somebody looks out of turn. */
    @Query("update schema_watch set begun_at = :now")
    void begin(Instant now);

    /** Not later than this. */
    @Query("update schema_watch set due_at = least(due_at, :at)")
    void due(Instant at);

    /** The next look comes then, whatever was planned. */
    @Query("update schema_watch set due_at = :at")
    void next(Instant at);

    /** One at a time writes what it saw. */
    @Query("select 1 from schema_watch for update")
    int lock();

    @Query("""
            select due_at, begun_at, whole_at, looked_at, mapping_version, since, weight, changes, failed_at, code, reason
            from schema_watch
            """)
    Watch watch();

    @Query("""
            update schema_watch
               set looked_at = :at, whole_at = coalesce(:wholeAt, whole_at), mapping_version = :mappingVersion,
                   since = :since, weight = :weight, changes = :changes,
                   failed_at = null, code = null, reason = null
            """)
    void found(
            Instant at,
            @Nullable Instant wholeAt,
            long mappingVersion,
            Instant since,
            @Nullable Weight weight,
            String changes);

    @Query("update schema_watch set failed_at = :at, code = left(:code, 100), reason = left(:reason, 2000)")
    void failed(Instant at, String code, String reason);

    @Query("""
            select * from schema_version where mapping_version = :mappingVersion and sound order by number limit 1
            """)
    Optional<Row> baseline(long mappingVersion);

    @Query("select * from schema_version where mapping_version = :mappingVersion order by number desc limit 1")
    Optional<Row> latest(long mappingVersion);

    @Query("select coalesce(max(number), 0) from schema_version")
    long highest();

    @Query("""
            insert into schema_version (number, at, mapping_version, seen, sound, weight, changes)
            values (:number, :at, :mappingVersion, :seen, :sound, :weight, :changes)
            """)
    void append(
            long number,
            Instant at,
            long mappingVersion,
            String seen,
            boolean sound,
            @Nullable Weight weight,
            String changes);

    /** The newest first. */
    @Query("""
            select number, at, mapping_version, weight, changes from schema_version
            order by number desc limit :limit offset :offset
            """)
    List<Listed> page(int limit, int offset);
}
