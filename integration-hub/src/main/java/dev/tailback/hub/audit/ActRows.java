package dev.tailback.hub.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of what people did. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ActRows extends GenericRepository<KeptAct, Long> {

    @Query("""
            insert into act (what, about, goldens, who, note)
            values (:what, :about, cast(:goldens as uuid[]), :who, :note)
            """)
    void append(Deed what, String about, String[] goldens, String who, String note);

    @Query("""
            select id, what, about, who, note, at from act
            where id < :before
                and (cast(:who as text) is null or who = :who)
                and (cast(:what as text) is null or what = :what)
                and (cast(:golden as uuid) is null or goldens @> array[cast(:golden as uuid)])
            order by id desc limit :limit
            """)
    List<KeptAct> read(@Nullable String who, @Nullable String what, @Nullable String golden, long before, int limit);
}
