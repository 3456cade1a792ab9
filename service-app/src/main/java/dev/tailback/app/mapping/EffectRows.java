package dev.tailback.app.mapping;

import dev.tailback.mapping.Idea;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of what is in force because the org has changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EffectRows extends GenericRepository<EffectRows.Row, Long> {

    /** Both as they are at one moment. */
    @Introspected
    record Newest(long version, long revision) {}

    /**
     * As PostgreSQL holds it.
     *
     * @param suspended paths of ideas with commas between
     */
    @MappedEntity("mapping_effect")
    record Row(
            @Id long revision,
            Instant at,
            long mappingVersion,
            String suspended,
            @Nullable String stopped) {

        MappingEffect effect() {
            Set<String> paths = Set.of(suspended.split(","));
            return new MappingEffect(
                    revision,
                    Arrays.stream(Idea.values())
                            .filter(idea -> paths.contains(idea.path()))
                            .collect(Collectors.toSet()),
                    Optional.ofNullable(stopped));
        }

        MappingEffect effectOn(long version) {
            return mappingVersion == version ? effect() : effect().ended();
        }
    }

    static String paths(Set<Idea> ideas) {
        return ideas.stream().map(Idea::path).sorted().collect(Collectors.joining(","));
    }

    /** The version and the revision that count. */
    @Query("""
            select (select coalesce(max(version), 0) from mapping_version) as version,
                   (select coalesce(max(revision), 0) from mapping_effect) as revision
            """)
    Newest newest();

    @Query("select * from mapping_effect where revision = :revision")
    Optional<Row> find(long revision);

    @Query("""
            insert into mapping_effect (revision, at, mapping_version, suspended, stopped)
            values (:revision, :at, :mappingVersion, :suspended, :stopped)
            """)
    void append(long revision, Instant at, long mappingVersion, String suspended, @Nullable String stopped);

    @Query("select * from mapping_effect order by revision desc limit :most")
    List<Row> last(int most);
}
