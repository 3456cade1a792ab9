package dev.tailback.app.ledger;

import dev.tailback.salesforce.contract.Contract;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what a contract was called, whether it was fulfilled and what its figures were when it was last read.
 * Labels for people, never a truth to decide by.
 */
@Singleton
public class ContractLabels {

    private static final Logger LOG = LoggerFactory.getLogger(ContractLabels.class);

    private final Rows rows;

    ContractLabels(Rows rows) {
        this.rows = rows;
    }

    /**
     * Call it with every contract that was read live. A label that cannot be kept is left out: it never stops the work
     * it is for.
     */
    public void remember(Contract contract, Instant readAt) {
        try {
            keep(contract, readAt);
        } catch (DataAccessException notKept) {
            LOG.warn(
                    "The label of contract {} was not kept: {}",
                    contract.id(),
                    notKept.getClass().getSimpleName());
        }
    }

    private void keep(Contract contract, Instant readAt) {
        rows.contract(
                contract.id(), contract.number(), contract.customer(), contract.fulfilled() ? readAt : null, readAt);
        contract.products()
                .forEach(product -> rows.product(
                        product.id(),
                        contract.id(),
                        product.product(),
                        product.unitsSold(),
                        product.unitPrice(),
                        product.consumed(),
                        product.available(),
                        readAt));
    }

    /**
     * The contract a product was last seen on. A product never moves to another contract, so this holds even when it
     * was seen long ago; empty when it was never seen.
     */
    public Optional<String> contractOf(String contractProductId) {
        return rows.contractOf(contractProductId);
    }

    /** Whether the contract was fulfilled when it was last read. */
    public boolean lastSeenFulfilled(String contractId) {
        return rows.lastSeenFulfilled(contractId);
    }

    @MappedEntity("contract_label")
    record Label(@Id String contractId, String number, String customer) {}

    /**
     * The SQL. An older reading never overwrites a newer one. When nothing changed, nothing is written, but for the
     * time of the figures once a minute.
     */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Label, String> {

        @Query("""
                insert into contract_label as l (contract_id, number, customer, fulfilled_seen_at, seen_at)
                values (:id, :number, :customer, :fulfilledSeenAt, :seenAt)
                on conflict (contract_id) do update set
                    number = excluded.number, customer = excluded.customer, seen_at = excluded.seen_at,
                    fulfilled_seen_at = case when excluded.fulfilled_seen_at is null then null
                        else coalesce(l.fulfilled_seen_at, excluded.fulfilled_seen_at) end
                where l.seen_at < excluded.seen_at
                    and (l.number, l.customer, l.fulfilled_seen_at is null)
                        is distinct from (excluded.number, excluded.customer, excluded.fulfilled_seen_at is null)
                """)
        void contract(String id, String number, String customer, @Nullable Instant fulfilledSeenAt, Instant seenAt);

        @Query("""
                insert into contract_product_label as l (
                    contract_product_id, contract_id, product, units_sold, unit_price, consumed, available, figures_at)
                values (:id, :contractId, :product, :unitsSold, :unitPrice, :consumed, :available, :readAt)
                on conflict (contract_product_id) do update set
                    contract_id = excluded.contract_id, product = excluded.product,
                    units_sold = excluded.units_sold, unit_price = excluded.unit_price,
                    consumed = excluded.consumed, available = excluded.available, figures_at = excluded.figures_at
                where l.figures_at is null
                    or l.figures_at < excluded.figures_at - interval '1 minute'
                    or l.figures_at < excluded.figures_at
                        and (l.contract_id, l.product, l.units_sold, l.unit_price, l.consumed, l.available)
                            is distinct from (excluded.contract_id, excluded.product, excluded.units_sold,
                                excluded.unit_price, excluded.consumed, excluded.available)
                """)
        void product(
                String id,
                String contractId,
                String product,
                BigDecimal unitsSold,
                BigDecimal unitPrice,
                BigDecimal consumed,
                BigDecimal available,
                Instant readAt);

        @Query("select contract_id from contract_product_label where contract_product_id = :id")
        Optional<String> contractOf(String id);

        @Query("""
                select exists (select from contract_label
                               where contract_id = :id and fulfilled_seen_at is not null)
                """)
        boolean lastSeenFulfilled(String id);
    }
}
