package dev.tailback.app.testing;

import dev.tailback.app.Application;
import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.testservices.TestServices;
import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL of the test's own, to be hindered, and service apps on it. */
public final class OwnPostgres implements AutoCloseable {

    private final EmbeddedPostgres postgres = TestServices.ownPostgres();

    public EmbeddedPostgres server() {
        return postgres;
    }

    public EmbeddedServer app(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(AppUnderTest.environment(AppUnderTest.NO_SALESFORCE));
        environment.put("DATASOURCES_DEFAULT_URL", postgres.jdbcUrl());
        environment.put("DATASOURCES_DEFAULT_USERNAME", postgres.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", postgres.password());
        environment.putAll(more);
        return (EmbeddedServer) Application.start(environment, "--port", "0");
    }

    /** The pool of a service app, as its own code sees it below transactions. */
    public static DataSource pool(EmbeddedApplication<?> app) {
        ApplicationContext beans = app.getApplicationContext();
        return beans.getBean(DataSourceResolver.class).resolve(beans.getBean(DataSource.class));
    }

    /** An ad on a contract nobody can look at: it is saved all the same. */
    public static HttpResponse<String> placeAd(EmbeddedServer app, String title) {
        return Caller.as("service", app)
                .post("/api/ads", Staff.ad(title, "800000000000001AAA", "a01000000000001AAA", 1));
    }

    /** Several statements are sent at once; the answer is the first number. */
    public long execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                return row != null && row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    public long ads(String title) {
        return execute("select count(*) from ad where title = '" + title + "'");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
