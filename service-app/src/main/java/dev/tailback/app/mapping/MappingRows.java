package dev.tailback.app.mapping;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of the mapping's versions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MappingRows extends GenericRepository<MappingVersion, Long> {

    /** A version without its text. */
    @Introspected
    record Listed(
            long version,
            Instant at,
            String who,
            String note,
            @Nullable Long rolledBackTo) {}

    /** Of the version in use; 0 for the one that Tailback brings along. */
    @Query("select coalesce(max(version), 0) from mapping_version")
    long highest();

    @Query("select * from mapping_version where version = :version")
    Optional<MappingVersion> find(long version);

    /** The newest first. */
    @Query("""
            select version, at, who, note, rolled_back_to from mapping_version
            order by version desc limit :limit offset :offset
            """)
    List<Listed> page(int limit, int offset);

    /** Until the end of the transaction nobody else writes a version. */
    @Query("select count(*) from (select pg_advisory_xact_lock(7410241)) as locked")
    long lock();

    @Query("""
            insert into mapping_version (version, at, who, note, yaml, rolled_back_to)
            values (:version, :at, :who, :note, :yaml, :rolledBackTo)
            """)
    void append(long version, Instant at, String who, String note, String yaml, @Nullable Long rolledBackTo);

    /** How many entries Salesforce holds in some version, at most {@code most}. */
    @Query("select count(*) from (select from usage_entry where reported_version > 0 limit :most) as reported")
    long reported(int most);
}
