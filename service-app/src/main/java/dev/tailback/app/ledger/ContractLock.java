package dev.tailback.app.ledger;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/**
 * Whoever books units of a contract is alone with it until the transaction ends, so that two people never both get the
 * last unit.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ContractLock extends GenericRepository<Entry, UUID> {

    /** Waits for others who hold it. */
    @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(:contractId, 0))) locked")
    long take(String contractId);
}
