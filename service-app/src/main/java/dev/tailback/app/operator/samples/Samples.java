package dev.tailback.app.operator.samples;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The samples in PostgreSQL: one a minute, whichever service app writes it. */
@Singleton
public class Samples {

    /** So many a graph needs at most. */
    private static final int MOST = 360;

    private final JdbcOperations jdbc;

    Samples(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first, at most 360: of a longer time several minutes are put together. */
    @Transactional(readOnly = true)
    public List<Sample> between(Instant since, Instant until) {
        long step = Math.max(1, Duration.between(since, until).toMinutes() / MOST + 1) * 60;
        String sql = """
                select to_timestamp(floor(extract(epoch from at) / ?) * ?) as at, max(waiting) waiting,
                    max(retrying) retrying, max(parked) parked, sum(accepted) accepted, max(oldest_age) oldest_age,
                    max(in_flight) in_flight, max(workers) workers, max(api_used) api_used, max(api_limit) api_limit
                from sync_sample where at >= ? and at < ? group by 1 order by 1
                """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setLong(1, step);
            statement.setLong(2, step);
            statement.setTimestamp(3, Timestamp.from(since));
            statement.setTimestamp(4, Timestamp.from(until));
            List<Sample> samples = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    samples.add(sample(row));
                }
            }
            return samples;
        });
    }

    @Transactional(readOnly = true)
    boolean has(Instant minute) {
        return jdbc.prepareStatement("select 1 from sync_sample where at = ?", statement -> {
            statement.setTimestamp(1, Timestamp.from(minute));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    @Transactional(readOnly = true)
    long acceptedBetween(Instant since, Instant until) {
        String sql = "select count(*) from usage_entry where reported_at >= ? and reported_at < ?";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(since));
            statement.setTimestamp(2, Timestamp.from(until));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Another service app may have written the same minute; its figures stay. */
    @Transactional
    void write(Sample sample) {
        String sql = """
                insert into sync_sample (at, waiting, retrying, parked, accepted, oldest_age,
                    in_flight, workers, api_used, api_limit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(sample.at()));
            statement.setLong(2, sample.waiting());
            statement.setLong(3, sample.retrying());
            statement.setLong(4, sample.parked());
            statement.setLong(5, sample.accepted());
            statement.setLong(6, sample.oldestAgeSeconds());
            statement.setObject(7, sample.inFlight().orElse(null), Types.BIGINT);
            statement.setObject(8, sample.workers().orElse(null), Types.INTEGER);
            statement.setObject(9, sample.apiUsed().orElse(null), Types.BIGINT);
            statement.setObject(10, sample.apiLimit().orElse(null), Types.BIGINT);
            return statement.executeUpdate();
        });
    }

    /** @return how many went */
    @Transactional
    int forget(Instant before) {
        return jdbc.prepareStatement("delete from sync_sample where at < ?", statement -> {
            statement.setTimestamp(1, Timestamp.from(before));
            return statement.executeUpdate();
        });
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getTimestamp("at").toInstant(),
                row.getLong("waiting"),
                row.getLong("retrying"),
                row.getLong("parked"),
                row.getLong("accepted"),
                row.getLong("oldest_age"),
                number(row, "in_flight"),
                number(row, "workers"),
                number(row, "api_used"),
                number(row, "api_limit"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
