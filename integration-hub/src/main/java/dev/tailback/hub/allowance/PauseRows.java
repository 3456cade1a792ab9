package dev.tailback.hub.allowance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The SQL of what operators paused and resumed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PauseRows extends GenericRepository<PauseAct, Long> {

    @Query("insert into crm_pause (crm, act, who, note, at) values (:crm, :act, :who, :note, clock_timestamp())")
    void append(String crm, PauseAct.Kind act, String who, String note);

    /** The newest first. */
    @Query("select * from crm_pause where crm = :crm order by id desc limit :limit")
    List<PauseAct> of(String crm, int limit);
}
