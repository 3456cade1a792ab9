package dev.tailback.app.testing;

import static org.awaitility.Awaitility.await;

import dev.tailback.app.held.FindLateArrivals;
import dev.tailback.app.ledger.MovableClock;
import dev.tailback.app.outcomes.OutcomeConsumer;
import dev.tailback.app.relay.UsageRelay;
import dev.tailback.app.requests.MakeCorrections;
import dev.tailback.app.selfcheck.RoutesCheckedBefore;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.usage.UsageRecord;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The line from the service app to the queue and back, on a database and a Redis of its own. Its loops stand still:
 * tests tick them.
 */
public final class Line implements AutoCloseable {

    /** Nothing listens there, so Salesforce cannot be reached. */
    public static final String NO_SALESFORCE = "http://127.0.0.1:1";

    // Of lines without settings of their own: all have the same routes, and each start would ask them again.
    private static final AtomicBoolean ROUTES_CHECKED = new AtomicBoolean();

    private final TestDatabase database = Databases.migrated();
    private final LineRedis redis = LineRedis.take();
    private final Map<String, Object> properties = new HashMap<>();
    private final EmbeddedServer server;
    private final EntryQueue queue;

    private Line(String salesforce, Map<String, Object> more) {
        properties.put("micronaut.server.port", "-1");
        properties.put("datasources.default.url", database.jdbcUrl());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        // Hundreds of these start one after another: each connection costs PostgreSQL a process, and the tables are
        // there.
        properties.put("datasources.default.minimum-idle", "1");
        properties.put("flyway.datasources.default.enabled", "false");
        properties.put("redis.uri", redis.uri());
        properties.put("salesforce.login-url", salesforce);
        properties.put("salesforce.client-id", "tailback");
        properties.put("salesforce.client-secret", "local-org");
        properties.put("tailback.demo", "true");
        properties.put("relay.running", "false");
        properties.put("outcomes.running", "false");
        properties.put("reconciliation.running", "false");
        properties.put("late-copies.running", "false");
        properties.put("correction-requests.running", "false");
        properties.put("operator-metrics.running", "false");
        properties.put("drift.running", "false");
        properties.put("tailback.alerts.running", "false");
        properties.put("clock.movable", "true");
        properties.put("ads.look-patience", "1m");
        properties.putAll(more);
        if (more.isEmpty() && ROUTES_CHECKED.get()) {
            properties.put(RoutesCheckedBefore.PROPERTY, "true");
        }
        this.server = ApplicationContext.run(EmbeddedServer.class, properties);
        ROUTES_CHECKED.compareAndSet(false, more.isEmpty());
        this.queue = EntryQueue.connect(QueueConfiguration.read(
                UsageRecord.QUEUE,
                text("redis.uri"),
                properties.getOrDefault("redis.shards", "1").toString()));
    }

    private String text(String property) {
        return properties.get(property).toString();
    }

    public static Line withoutSalesforce() {
        return new Line(NO_SALESFORCE, Map.of());
    }

    public static Line to(String salesforce) {
        return new Line(salesforce, Map.of());
    }

    public static Line to(String salesforce, Map<String, Object> more) {
        return new Line(salesforce, more);
    }

    /** With other settings. */
    public static Line with(Map<String, Object> more) {
        return new Line(NO_SALESFORCE, more);
    }

    /** With the loops running, as in production. */
    public static Line running(String salesforce) {
        return new Line(salesforce, Map.of("relay.running", "true", "outcomes.running", "true"));
    }

    /** Another service app beside this one, on the same database and the same Redis. */
    public ApplicationContext another() {
        return ApplicationContext.run(properties);
    }

    public Staff staff() {
        return new Staff("service", server);
    }

    public Staff as(String account) {
        return new Staff(account, server);
    }

    /** A person of this account at a browser, logged in. */
    public Browser browser(String account) {
        return Browser.loggedInAs(account, server);
    }

    public Worker worker() {
        return new Worker(queue);
    }

    public EntryQueue queue() {
        return queue;
    }

    public EmbeddedRedis redis() {
        return redis.forTheTest();
    }

    /** Redis comes back with nothing in it. */
    public void wipeRedis() {
        redis().wipe();
        awaitRedis();
    }

    /** Redis comes back with what it had written down. */
    public void startRedis() {
        redis().start();
        awaitRedis();
    }

    private void awaitRedis() {
        await().ignoreExceptions().until(() -> {
            queue.operations().status();
            bean(EntryQueue.class).operations().status();
            return true;
        });
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** One round of the relay. */
    public void relay() {
        bean(UsageRelay.class).round();
    }

    /** Everything that came back so far. */
    public void outcomes() {
        while (bean(OutcomeConsumer.class).round(Duration.ZERO) > 0) {}
    }

    /** Asks Salesforce about versions that were given up, where that is due. */
    public void findLateArrivals() {
        bean(FindLateArrivals.class).round();
    }

    /** Makes accepted corrections where the contract is open. */
    public void makeCorrections() {
        bean(MakeCorrections.class).round();
    }

    /** Relay, a worker for whom all goes well, outcomes. */
    public void reportAll() {
        relay();
        while (!worker().acceptAll().isEmpty()) {}
        outcomes();
    }

    public void pass(Duration time) {
        bean(MovableClock.class).pass(time);
    }

    public long number(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    @Override
    public void close() {
        queue.close();
        server.close();
        redis.close();
    }
}
