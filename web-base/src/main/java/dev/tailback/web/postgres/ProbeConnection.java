package dev.tailback.web.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One connection that is kept for asking how PostgreSQL is, so that the answer does not wait for people's work. */
@Singleton
public class ProbeConnection {

    private static final int SECONDS = 2;

    private final HikariDataSource pool;

    ProbeConnection(DatasourceConfiguration ofThePool) {
        HikariConfig one = new HikariConfig();
        ofThePool.copyStateTo(one);
        one.setPoolName("probe");
        one.setMaximumPoolSize(1);
        one.setMinimumIdle(0);
        one.setConnectionTimeout(SECONDS * 1000L);
        one.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(one);
    }

    /** Why PostgreSQL takes no work now; empty when it does. */
    public Optional<NotNow> refusal() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of(NotNow.AWAY);
        } catch (SQLException refused) {
            return NotNow.in(refused).or(() -> Optional.of(NotNow.AWAY));
        }
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
