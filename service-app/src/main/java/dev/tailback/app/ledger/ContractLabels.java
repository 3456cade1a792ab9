package dev.tailback.app.ledger;

import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.web.postgres.Columns;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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

    /**
     * Both in one statement. An older reading never overwrites a newer one, and one without a currency leaves it. When
     * nothing changed, nothing is written, but for the time of the figures once a minute. Rows are locked in the order of their ids, to avoid deadlocks.
     */
    private static final String REMEMBER = """
            with contract as (
                insert into contract_label as l (contract_id, number, customer, fulfilled_seen_at, seen_at)
                select distinct on (id) id, number, customer, fulfilled_seen_at, cast(? as timestamptz)
                from unnest(?, ?, ?, ?) as read(id, number, customer, fulfilled_seen_at)
                order by id
                on conflict (contract_id) do update set
                    number = excluded.number, customer = excluded.customer, seen_at = excluded.seen_at,
                    fulfilled_seen_at = case when excluded.fulfilled_seen_at is null then null
                        else coalesce(l.fulfilled_seen_at, excluded.fulfilled_seen_at) end
                where l.seen_at < excluded.seen_at
                    and (l.number, l.customer, l.fulfilled_seen_at is null)
                        is distinct from (excluded.number, excluded.customer, excluded.fulfilled_seen_at is null))
            insert into contract_product_label as l (
                contract_product_id, contract_id, product, units_sold, unit_price, currency, consumed, available,
                figures_at)
            select distinct on (id) id, contract_id, product, units_sold, unit_price, currency, consumed, available,
                cast(? as timestamptz)
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as read(id, contract_id, product, units_sold, unit_price, currency, consumed, available)
            order by id
            on conflict (contract_product_id) do update set
                contract_id = excluded.contract_id, product = excluded.product,
                units_sold = excluded.units_sold, unit_price = excluded.unit_price,
                currency = coalesce(excluded.currency, l.currency),
                consumed = excluded.consumed, available = excluded.available, figures_at = excluded.figures_at
            where l.figures_at is null
                or l.figures_at < excluded.figures_at - interval '1 minute'
                or l.figures_at < excluded.figures_at
                    and (l.contract_id, l.product, l.units_sold, l.unit_price, l.currency, l.consumed, l.available)
                        is distinct from (excluded.contract_id, excluded.product, excluded.units_sold,
                            excluded.unit_price, coalesce(excluded.currency, l.currency), excluded.consumed,
                            excluded.available)
            """;

    private final JdbcOperations jdbc;
    private final Rows rows;

    ContractLabels(JdbcOperations jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Call it with every contract that was read live. A label that cannot be kept is left out: it never stops the work
     * it is for.
     */
    public void remember(List<Contract> contracts, Instant readAt) {
        try {
            keep(contracts, products(contracts), readAt);
        } catch (RuntimeException notKept) {
            LOG.warn(
                    "The labels of {} contracts, the first of them {}, were not kept: {}",
                    contracts.size(),
                    contracts.get(0).id(),
                    notKept.getClass().getSimpleName());
        }
    }

    private static List<Sold> products(List<Contract> contracts) {
        return contracts.stream()
                .flatMap(contract -> contract.products().stream().map(product -> new Sold(contract.id(), product)))
                .toList();
    }

    @Transactional
    void keep(List<Contract> contracts, List<Sold> products, Instant readAt) {
        jdbc.prepareStatement(REMEMBER, statement -> {
            statement.setTimestamp(1, Timestamp.from(readAt));
            statement.setArray(2, Columns.of(statement, "text", contracts, Contract::id));
            statement.setArray(3, Columns.of(statement, "text", contracts, Contract::number));
            statement.setArray(4, Columns.of(statement, "text", contracts, Contract::customer));
            statement.setArray(
                    5, Columns.times(statement, contracts, contract -> contract.fulfilled() ? readAt : null));
            statement.setTimestamp(6, Timestamp.from(readAt));
            statement.setArray(
                    7,
                    Columns.of(
                            statement, "text", products, sold -> sold.product().id()));
            statement.setArray(8, Columns.of(statement, "text", products, Sold::contractId));
            statement.setArray(
                    9,
                    Columns.of(
                            statement, "text", products, sold -> sold.product().product()));
            statement.setArray(
                    10,
                    Columns.of(
                            statement,
                            "numeric",
                            products,
                            sold -> sold.product().unitsSold()));
            statement.setArray(
                    11,
                    Columns.of(
                            statement,
                            "numeric",
                            products,
                            sold -> sold.product().unitPrice()));
            statement.setArray(
                    12,
                    Columns.of(
                            statement,
                            "text",
                            products,
                            sold -> sold.product().currency().orElse(null)));
            statement.setArray(
                    13,
                    Columns.of(
                            statement,
                            "numeric",
                            products,
                            sold -> sold.product().consumed()));
            statement.setArray(
                    14,
                    Columns.of(
                            statement,
                            "numeric",
                            products,
                            sold -> sold.product().available()));
            return statement.executeUpdate();
        });
    }

    /** A product of a contract. */
    record Sold(String contractId, ContractProduct product) {}

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

    /** The SQL of the questions. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Label, String> {

        @Query("select contract_id from contract_product_label where contract_product_id = :id")
        Optional<String> contractOf(String id);

        @Query("""
                select exists (select from contract_label
                               where contract_id = :id and fulfilled_seen_at is not null)
                """)
        boolean lastSeenFulfilled(String id);
    }
}
