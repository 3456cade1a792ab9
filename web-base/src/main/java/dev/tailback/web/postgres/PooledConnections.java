package dev.tailback.web.postgres;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Properties;

/**
 * Gives the pool what an address alone does not say: time limits on every wait, a session that only a writable
 * PostgreSQL opens, and an eye on failures that another connection may not meet. So a way that falls silent, a lock
 * that is held, or a PostgreSQL that was switched over costs seconds.
 */
@Singleton
class PooledConnections implements BeanCreatedEventListener<DatasourceConfiguration> {

    private final PostgresLimits limits;
    private final BadConnections bad;

    PooledConnections(PostgresLimits limits, BadConnections bad) {
        this.limits = limits;
        this.bad = bad;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> created) {
        DatasourceConfiguration pool = created.getBean();
        SessionSettings settings = new SessionSettings(pool.getUrl(), limits);
        settings.ofTheDriver().forEach((name, value) -> unlessSet(pool.getDataSourceProperties(), name, value));
        String given = pool.getConnectionInitSql();
        pool.setConnectionInitSql(given == null ? settings.sql() : settings.sql() + "; " + given);
        pool.setConnectionTestQuery(SessionSettings.WRITABLE);
        pool.setExceptionOverride(bad);
        return pool;
    }

    private static void unlessSet(Properties properties, Object name, Object value) {
        properties.putIfAbsent(name, value);
    }
}
