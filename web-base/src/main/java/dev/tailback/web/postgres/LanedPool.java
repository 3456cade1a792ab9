package dev.tailback.web.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The pool, of which each kind of request uses only its lane. */
final class LanedPool implements DataSource {

    private final HikariDataSource pool;
    private final Lanes lanes;

    LanedPool(HikariDataSource pool) {
        this.pool = pool;
        this.lanes = new Lanes(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Lane> lane = lanes.ofThisRequest();
        return lane.isPresent() ? in(lane.get()) : pool.getConnection();
    }

    private Connection in(Lane lane) throws SQLException {
        lane.enter();
        try {
            return leaving(lane, pool.getConnection());
        } catch (SQLException | RuntimeException | Error noConnection) {
            lane.leave();
            throw noConnection;
        }
    }

    /** The place in the lane is free again when the connection is given back. */
    private static Connection leaving(Lane lane, Connection connection) {
        AtomicBoolean left = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                LanedPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        if (method.getName().equals("close") && left.compareAndSet(false, true)) {
                            lane.leave();
                        }
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pool knows its user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }
}
