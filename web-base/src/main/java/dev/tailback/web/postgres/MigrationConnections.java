package dev.tailback.web.postgres;

import io.micronaut.context.annotation.Property;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrations may take longer than people wait: they get connections of their own, which end with them, with limits of
 * their own.
 */
@Named(MigrationConnections.POOL)
@Singleton
class MigrationConnections implements FlywayConfigurationCustomizer {

    static final String POOL = "default";

    private final PostgresLimits limits;
    private final String url;
    private final String user;
    private final String password;

    MigrationConnections(
            PostgresLimits limits,
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") String user,
            @Property(name = "datasources.default.password") String password) {
        this.limits = limits;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        SessionSettings settings = new SessionSettings(url, limits);
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser(user);
        connections.setPassword(password);
        settings.ofTheDriver(limits.migrationTimeout().plusSeconds(5))
                .forEach((name, value) -> set(connections, name.toString(), value.toString()));
        flyway.dataSource(connections).initSql(settings.sqlOfMigrations());
    }

    private static void set(PGSimpleDataSource connections, String name, String value) {
        try {
            connections.setProperty(name, value);
        } catch (java.sql.SQLException unknownName) {
            throw new IllegalStateException("The driver does not know " + name, unknownName);
        }
    }

    @Override
    public String getName() {
        return POOL;
    }
}
