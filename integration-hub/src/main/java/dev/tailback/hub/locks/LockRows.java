package dev.tailback.hub.locks;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of stewards' values. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LockRows extends GenericRepository<ValueLock, Long> {

    @Query("""
            insert into value_lock (golden_id, attribute, kind, value, who, note, at)
            values (:golden, :attribute, :kind, :value, :who, :note, clock_timestamp())
            """)
    void append(UUID golden, String attribute, LockKind kind, String value, String who, String note);

    /** The last word about each attribute. */
    @Query("""
            select distinct on (golden_id, attribute) * from value_lock
            where golden_id = any(cast(:goldens as uuid[])) order by golden_id, attribute, id desc
            """)
    List<ValueLock> latest(String[] goldens);

    @Query("""
            select * from value_lock where golden_id = :golden and attribute = :attribute order by id desc limit 1
            """)
    Optional<ValueLock> last(UUID golden, String attribute);

    @Query("select * from value_lock where golden_id = :golden and id < :before order by id desc limit :limit")
    List<ValueLock> history(UUID golden, long before, int limit);
}
