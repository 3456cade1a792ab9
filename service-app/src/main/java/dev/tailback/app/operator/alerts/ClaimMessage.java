package dev.tailback.app.operator.alerts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Takes the oldest open message of a channel when it is due: no other service app sends it before the claim is over. */
@Singleton
class ClaimMessage {

    private static final String CLAIM = """
            update alert_message set attempts = attempts + 1, due_at = ?
            where id = (
                    select id from alert_message
                    where channel = ? and delivered_at is null and given_up_at is null
                    order by id limit 1 for update)
                and due_at <= ? and delivered_at is null and given_up_at is null
            returning *
            """;

    private final JdbcOperations jdbc;

    ClaimMessage(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    Optional<Message> claim(ChannelKind channel, Instant now, Instant until) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setTimestamp(1, Timestamp.from(until));
            statement.setString(2, channel.name());
            statement.setTimestamp(3, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(message(row)) : Optional.empty();
            }
        });
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("id"),
                ChannelKind.valueOf(row.getString("channel")),
                AlertKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Change.valueOf(row.getString("change")),
                row.getString("message"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("at").toInstant(),
                row.getInt("attempts"));
    }
}
