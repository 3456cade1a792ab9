package dev.tailback.localservices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class EmbeddedPostgresTest {
    @TempDir
    static Path directory;

    private static OwnedProcesses processes;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        processes = OwnedProcesses.in(directory.resolve("processes"));
        postgres = EmbeddedPostgres.start(processes, "postgres", directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stop() {
        processes.close();
    }

    @Test
    void what_it_has_committed_is_on_the_disk() throws SQLException {
        assertEquals("on", answer("show fsync"));
        assertEquals("on", answer("show synchronous_commit"));
        assertEquals("127.0.0.1", answer("show listen_addresses"));
    }

    @Test
    void committed_rows_survive_a_kill() throws SQLException {
        postgres.createDatabase("ads");
        change("create table ad (title text)");
        change("insert into ad values ('magic')");
        postgres.kill();
        postgres.start();
        assertEquals("magic", answer("select title from ad", "ads"));
    }

    // A frozen backend never noticed the death of its postmaster, and held the shared memory that the next one needs.
    @Test
    void a_killed_postmaster_starts_again_whatever_it_left_behind() throws SQLException {
        try (Connection connection = connect("postgres")) {
            long backend = connection.unwrap(PGConnection.class).getBackendPID();
            Signal.STOP.send(ProcessHandle.of(backend).orElseThrow());
            long killed = postgres.pid();
            Signal.KILL.send(ProcessHandle.of(killed).orElseThrow());
            Await.until(() -> !postgres.isRunning(), Duration.ofMinutes(1));
            postgres.start();
            assertEquals("1", answer("select 1"));
            // Dead at once, but counted as alive until the system's first process has taken note of it.
            assertTrue(
                    Await.until(
                            () -> ProcessHandle.of(backend)
                                    .filter(ProcessHandle::isAlive)
                                    .isEmpty(),
                            Duration.ofMinutes(1)),
                    "the orphan lives");
        }
    }

    @Test
    void clients_that_are_cut_off_have_to_come_again() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            postgres.troubles().cutClients();

            assertThrows(SQLException.class, () -> statement.execute("select 1"));
        }
        assertEquals("1", answer("select 1"));
    }

    @Test
    void a_client_of_a_stalled_postgres_waits_until_it_goes_on() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists stalled (it integer)");
            Runnable goOn = postgres.troubles().stall();

            statement.execute("set lock_timeout = 200");
            SQLException waits = assertThrows(SQLException.class, () -> statement.execute("select * from stalled"));
            assertTrue(waits.getMessage().contains("lock timeout"), waits.getMessage());
            goOn.run();
            statement.execute("set lock_timeout = 0");
            assertTrue(statement.execute("select * from stalled"));
            statement.execute("drop table stalled");
        }
    }

    @Test
    void a_postgres_that_is_down_can_be_neither_cut_off_nor_stalled() {
        postgres.kill();
        try {
            postgres.troubles().cutClients();
            postgres.troubles().stall().run();
        } finally {
            postgres.start();
        }
    }

    @Test
    void no_client_enters_without_the_password() {
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guessed")
                        .close());
    }

    @Test
    void a_taken_port_is_named() {
        ServiceFailed taken = assertThrows(
                ServiceFailed.class,
                () -> EmbeddedPostgres.start(processes, "second", directory.resolve("second"), postgres.port()));
        assertTrue(taken.getMessage().startsWith("Port " + postgres.port() + " on 127.0.0.1 is taken"));
    }

    private static String answer(String question) throws SQLException {
        return answer(question, "postgres");
    }

    private static String answer(String question, String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void change(String command) throws SQLException {
        try (Connection connection = connect("ads");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.username(), postgres.password());
    }
}
