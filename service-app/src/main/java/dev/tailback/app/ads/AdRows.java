package dev.tailback.app.ads;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The SQL of ads. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AdRows extends GenericRepository<Ad, UUID> {

    @Query("select * from ad where id = :id")
    Optional<Ad> find(UUID id);

    @Query("select * from ad where id = :id for update")
    Optional<Ad> lock(UUID id);

    @Query("""
            insert into ad (
                id, title, contract_id, service_date, customer_reference, note, version, cancelled,
                created_by, created_at, changed_by, changed_at)
            values (
                :id, :title, :contractId, :serviceDate, :customerReference, :note, 1, false,
                :by, :at, :by, :at)
            """)
    void add(
            UUID id,
            String title,
            String contractId,
            @Nullable LocalDate serviceDate,
            @Nullable String customerReference,
            @Nullable String note,
            String by,
            Instant at);

    @Query("""
            update ad set
                title = :title, contract_id = :contractId, service_date = :serviceDate,
                customer_reference = :customerReference, note = :note,
                version = version + 1, changed_by = :by, changed_at = :at
            where id = :id
            """)
    void correct(
            UUID id,
            String title,
            String contractId,
            @Nullable LocalDate serviceDate,
            @Nullable String customerReference,
            @Nullable String note,
            String by,
            Instant at);

    @Query("update ad set cancelled = true, version = version + 1, changed_by = :by, changed_at = :at where id = :id")
    void cancel(UUID id, String by, Instant at);
}
