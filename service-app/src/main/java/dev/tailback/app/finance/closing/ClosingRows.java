package dev.tailback.app.finance.closing;

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

/** Who asked contracts to close, and what is left of them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClosingRows extends GenericRepository<ClosingRows.Row, Long> {

    /** One line of the record. */
    @MappedEntity("contract_closing")
    record Row(@Id long id, String contractId, Instant at, String who, String what, String reason) {

        boolean asked() {
            return what.equals("ASKED");
        }
    }

    /** A contract that closes, with what Salesforce has not accepted of it. */
    @Introspected
    record Standing(
            String contractId,
            Instant at,
            String who,
            String reason,
            @Nullable String number,
            @Nullable String customer,
            boolean fulfilled,
            long waiting,
            long retrying,
            long rejected) {}

    /** What is unsent of a contract. */
    @Introspected
    record Unsent(String contractId, long waiting, long retrying, long rejected) {}

    @Query("select * from contract_closing where contract_id = :contractId order by id desc limit 1")
    Optional<Row> last(String contractId);

    @Query("""
            insert into contract_closing (contract_id, at, who, what, reason)
            values (:contractId, :at, :who, :what, :reason)
            """)
    void append(String contractId, Instant at, String who, String what, String reason);

    /** All that was asked and taken back of a contract, the newest first. */
    @Query("select * from contract_closing where contract_id = :contractId order by id desc limit 100")
    List<Row> history(String contractId);

    /** Those that close now, the oldest first; those seen fulfilled come last. */
    @Query("""
            select c.contract_id, c.at, c.who, c.reason, l.number, l.customer,
                l.fulfilled_seen_at is not null as fulfilled,
                count(e.id) filter (where e.state = 'WAITING') as waiting,
                count(e.id) filter (where e.state = 'RETRYING') as retrying,
                count(e.id) filter (where e.state = 'REJECTED') as rejected
            from (select distinct on (contract_id) * from contract_closing order by contract_id, id desc) c
            left join contract_label l on l.contract_id = c.contract_id
            left join shown_entry e on e.contract_id = c.contract_id and e.unreported
            where c.what = 'ASKED' and (cast(:contractId as text) is null or c.contract_id = :contractId)
            group by c.contract_id, c.at, c.who, c.reason, l.number, l.customer, l.fulfilled_seen_at
            order by l.fulfilled_seen_at is not null, c.at
            limit 200
            """)
    List<Standing> standing(@Nullable String contractId);

    /** Contracts with entries that Salesforce has not accepted. */
    @Query("""
            select e.contract_id,
                count(*) filter (where e.state = 'WAITING') as waiting,
                count(*) filter (where e.state = 'RETRYING') as retrying,
                count(*) filter (where e.state = 'REJECTED') as rejected
            from shown_entry e where e.unreported
            group by e.contract_id order by e.contract_id limit 2000
            """)
    List<Unsent> unsent();
}
