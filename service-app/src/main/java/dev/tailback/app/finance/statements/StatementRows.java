package dev.tailback.app.finance.statements;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The statements. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StatementRows extends GenericRepository<StatementRows.Row, Long> {

    String COLUMNS =
            "number, contract_id, period_from, period_to, zone, closed_at, closed_by, reason, unresolved, lines,"
                    + " sha256, csv_sha256, public_key";

    /** What the framework calls the table. */
    @MappedEntity("close_statement")
    record Row(@Id long number, String sha256) {}

    /** The two files of a statement. */
    @Introspected
    record Files(byte[] document, byte[] csv) {}

    /** One statement is written at a time. */
    @Query("select count(*) from (select pg_advisory_xact_lock(7410316)) locked")
    long lock();

    @Query("select number, sha256 from close_statement order by number desc limit 1")
    Optional<Row> last();

    @Query("select " + COLUMNS + " from close_statement where number = :number")
    Optional<Statement> find(long number);

    @Query("select document, csv from close_statement where number = :number")
    Optional<Files> files(long number);

    /** The newest first. */
    @Query("select " + COLUMNS + " from close_statement order by number desc limit :limit offset :offset")
    List<Statement> page(int limit, int offset);

    /** Of exactly this scope, the newest first. */
    @Query("select " + COLUMNS + """
             from close_statement
            where contract_id is not distinct from :contractId
                and period_from is not distinct from cast(:periodFrom as date)
                and period_to is not distinct from cast(:periodTo as date)
            order by number desc limit 100
            """)
    List<Statement> ofScope(@Nullable String contractId, @Nullable LocalDate periodFrom, @Nullable LocalDate periodTo);

    @Query("""
            insert into close_statement (number, contract_id, period_from, period_to, zone, closed_at, closed_by, reason,
                unresolved, lines, sha256, csv_sha256, public_key, document, csv)
            values (:number, :contractId, :periodFrom, :periodTo, :zone, :closedAt, :closedBy, :reason,
                :unresolved, :lines, :sha256, :csvSha256, :publicKey, :document, :csv)
            """)
    void add(
            long number,
            @Nullable String contractId,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            String zone,
            Instant closedAt,
            String closedBy,
            @Nullable String reason,
            int unresolved,
            int lines,
            String sha256,
            String csvSha256,
            String publicKey,
            byte[] document,
            byte[] csv);
}
