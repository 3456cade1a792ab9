package dev.tailback.app.contracts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What contracts and their products were called when they were last read. Shown, and said to be old, where Salesforce
 * cannot be read; nothing is decided by it.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SeenContracts extends GenericRepository<SeenContracts.Seen, String> {

    /** A contract. */
    @MappedEntity("contract_label")
    record Seen(
            @Id String contractId,
            String number,
            String customer,
            @Nullable Instant fulfilledSeenAt) {}

    /**
     * A product of a contract.
     *
     * @param figuresAt when its figures were read; null when that was before figures were kept, and so are they
     */
    @Introspected
    record SeenProduct(
            String contractProductId,
            String product,
            @Nullable BigDecimal unitsSold,
            @Nullable BigDecimal unitPrice,
            @Nullable String currency,
            @Nullable BigDecimal consumed,
            @Nullable BigDecimal available,
            @Nullable Instant figuresAt) {}

    @Query(
            "select contract_id, number, customer, fulfilled_seen_at from contract_label where contract_id = :contractId")
    Optional<Seen> find(String contractId);

    @Query("""
            select contract_product_id, product, units_sold, unit_price, currency, consumed, available, figures_at
            from contract_product_label
            where contract_id = :contractId order by product
            """)
    List<SeenProduct> products(String contractId);

    /** By parts of customer and number, 20 at most. */
    @Query("""
            select contract_id, number, customer, fulfilled_seen_at from contract_label
            where strpos(lower(customer), lower(:customer)) > 0 and strpos(number, :number) > 0
            order by customer, number limit 20
            """)
    List<Seen> search(String customer, String number);
}
