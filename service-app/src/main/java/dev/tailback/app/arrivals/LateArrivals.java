package dev.tailback.app.arrivals;

import dev.tailback.web.postgres.Columns;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Remembers the entries that must be looked at again. The code that gives a version up records it in the same
 * transaction. Several service apps may look, each at other entries.
 */
@Singleton
public class LateArrivals {

    private static final String EXPECT = """
            insert into late_arrival (entry_id, since, look_at) select given, ?, ? from unnest(?) as given
            on conflict (entry_id) do update set since = excluded.since, look_at = excluded.look_at
            """;

    private static final String CLAIM = """
            update late_arrival a set look_at = ?
            from (
                select entry_id from late_arrival where look_at <= ? order by look_at limit ? for update skip locked
            ) due
            where a.entry_id = due.entry_id
            returning a.entry_id, a.since
            """;

    private static final String LOOK_AGAIN = "update late_arrival set look_at = ? where entry_id = ? and since = ?";

    private static final String FORGET = "delete from late_arrival where entry_id = ? and since = ?";

    private static final Duration CLAIMED_FOR = Duration.ofSeconds(10);

    private final JdbcOperations jdbc;
    private final LateArrivalSettings settings;
    private final Clock clock;

    LateArrivals(JdbcOperations jdbc, LateArrivalSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** As {@link #expect(List)}, of one. */
    @Transactional
    public void expect(UUID entryId) {
        expect(List.of(entryId));
    }

    /**
     * The newest version of these entries is given up: nothing sends it any more. Inside the transaction that gives it
     * up.
     */
    @Transactional
    public void expect(List<UUID> entryIds) {
        Instant now = clock.instant();
        jdbc.prepareStatement(EXPECT, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(now.plus(settings.firstLook())));
            statement.setArray(3, Columns.of(statement, "uuid", entryIds, id -> id));
            return statement.executeUpdate();
        });
    }

    /**
     * What is due. When nothing becomes of it within 10 s, because that app died or Salesforce could not be asked, it
     * is due again.
     */
    @Transactional
    public List<LateArrival> claim(int limit) {
        Instant now = clock.instant();
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setTimestamp(1, Timestamp.from(now.plus(CLAIMED_FOR)));
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, limit);
            return arrivals(statement);
        });
    }

    /**
     * Salesforce was asked: the next look has its time, or there is none. An entry that was given up again meanwhile
     * stays as it is.
     */
    @Transactional
    public void looked(LateArrival arrival) {
        settings.nextAfter(arrival.since(), clock.instant())
                .ifPresentOrElse(
                        next -> write(
                                LOOK_AGAIN, Timestamp.from(next), arrival.entryId(), Timestamp.from(arrival.since())),
                        () -> forget(arrival));
    }

    /** Nothing can arrive any more that would not be heard of. An entry that was given up again meanwhile stays. */
    @Transactional
    public void forget(LateArrival arrival) {
        write(FORGET, arrival.entryId(), Timestamp.from(arrival.since()));
    }

    private void write(String sql, Object... values) {
        jdbc.prepareStatement(sql, statement -> {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return statement.executeUpdate();
        });
    }

    private static List<LateArrival> arrivals(PreparedStatement statement) throws SQLException {
        List<LateArrival> arrivals = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                arrivals.add(new LateArrival(
                        row.getObject("entry_id", UUID.class),
                        row.getTimestamp("since").toInstant()));
            }
        }
        return arrivals;
    }
}
