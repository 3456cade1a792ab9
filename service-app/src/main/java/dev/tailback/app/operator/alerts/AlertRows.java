package dev.tailback.app.operator.alerts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** What is wrong now, and whose turn it is to look. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AlertRows extends GenericRepository<AlertRows.Row, String> {

    /** Whoever moves it on looks. */
    @Query("update alert_turn set due_at = :next where due_at <= :now")
    int takeTurn(Instant now, Instant next);

    /** One at a time changes what is written. */
    @Query("select 1 from alert_turn for update")
    int lock();

    @Query("select * from alert order by kind, subject")
    List<Row> all();

    @Query("""
            insert into alert (kind, subject, since, message, size, told_size, told_at)
            values (:kind, :subject, :since, :message, :size, :toldSize, :toldAt)
            on conflict (kind, subject) do update
            set message = excluded.message, size = excluded.size, told_size = excluded.told_size,
                told_at = excluded.told_at
            """)
    void write(
            AlertKind kind,
            String subject,
            Instant since,
            String message,
            long size,
            @Nullable Long toldSize,
            @Nullable Instant toldAt);

    @Query("delete from alert where kind = :kind and subject = :subject")
    void end(AlertKind kind, String subject);

    /** As PostgreSQL holds it. */
    @MappedEntity("alert")
    record Row(
            @Id String subject,
            AlertKind kind,
            Instant since,
            String message,
            long size,
            @Nullable Long toldSize,
            @Nullable Instant toldAt) {

        OpenAlert open() {
            return new OpenAlert(kind, subject, since, message, size, toldSize, toldAt);
        }
    }
}
