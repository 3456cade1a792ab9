package dev.tailback.app.operator.alerts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** What is to be told. Of each channel, one message at a time, in order. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRows extends GenericRepository<MessageRows.Row, Long> {

    @Query("""
            insert into alert_message (channel, kind, subject, change, message, since, at, due_at)
            values (:channel, :kind, :subject, :change, :message, :since, :at, :at)
            """)
    void append(
            ChannelKind channel,
            AlertKind kind,
            String subject,
            Change change,
            String message,
            Instant since,
            Instant at);

    @Query("update alert_message set delivered_at = :at, failure = null where id = :id")
    void delivered(long id, Instant at);

    @Query("update alert_message set due_at = :again, failure = :failure where id = :id")
    void again(long id, Instant again, String failure);

    @Query("update alert_message set given_up_at = :at, failure = :failure where id = :id")
    void giveUp(long id, Instant at, String failure);

    @Query("delete from alert_message where at < :before and (delivered_at is not null or given_up_at is not null)")
    int forget(Instant before);

    @Query("select count(*) from alert_message where delivered_at is null and given_up_at is null")
    long undelivered();

    /** Only names the table. */
    @MappedEntity("alert_message")
    record Row(@Id long id) {}
}
