package dev.tailback.web.startup;

import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_PASSWORD;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_URL;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_USERNAME;
import static dev.tailback.program.Variable.TAILBACK_DATABASE_WAIT;

import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import dev.tailback.web.postgres.NotNow;
import dev.tailback.web.postgres.PostgresSession;
import dev.tailback.web.postgres.PostgresSession.SharedSession;
import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for PostgreSQL before anything is built, since programs started together do not come up in order: up to 30 s
 * (or {@code TAILBACK_DATABASE_WAIT} seconds, 0 to 600), with one line when the wait begins. What waiting cannot heal,
 * such as a wrong password, ends it at once.
 */
public final class PostgresAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAnswers.class);
    /** Seconds. */
    public static final int STANDARD_WAIT = 30;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String url;
    private final Properties login = new Properties();

    private PostgresAnswers(Environment environment) {
        this.url = environment.text(DATASOURCES_DEFAULT_URL);
        login.setProperty("user", environment.text(DATASOURCES_DEFAULT_USERNAME));
        login.setProperty("password", environment.text(DATASOURCES_DEFAULT_PASSWORD));
        login.setProperty("connectTimeout", "3");
        login.setProperty("loginTimeout", "5");
        login.setProperty("socketTimeout", "10");
    }

    /** @throws CannotStart when PostgreSQL refuses, or does not answer in time */
    public static void await(Environment environment) {
        int seconds = environment.count(TAILBACK_DATABASE_WAIT, STANDARD_WAIT, 0, 600);
        new PostgresAnswers(environment).await(Duration.ofSeconds(seconds));
    }

    private void await(Duration patience) {
        long giveUp = System.nanoTime() + patience.toNanos();
        SQLException refusal = tryOnce();
        if (refusal != null && isTransient(refusal)) {
            LOG.info(
                    "PostgreSQL at {} does not answer yet ({}); trying for {} s",
                    shown(),
                    refusal.getMessage(),
                    patience.toSeconds());
        }
        while (refusal != null && isTransient(refusal) && System.nanoTime() < giveUp) {
            pause();
            refusal = tryOnce();
        }
        if (refusal != null) {
            throw CannotStart.notAvailable(sentence(refusal, patience), refusal);
        }
    }

    private @Nullable SQLException tryOnce() {
        try (Connection connection = DriverManager.getConnection(url, login)) {
            PostgresSession.require(connection, () -> DriverManager.getConnection(url, login));
            return null;
        } catch (SharedSession lentOut) {
            throw CannotStart.misconfigured(List.of("Behind " + shown()
                    + " a pooler such as PgBouncer lends out sessions by transaction, and Tailback needs sessions of"
                    + " its own: set pool_mode = session for its database, or name PostgreSQL itself in"
                    + " DATASOURCES_DEFAULT_URL."));
        } catch (SQLException refusal) {
            return refusal;
        }
    }

    private static boolean isTransient(SQLException refusal) {
        return NotNow.in(refusal).isPresent();
    }

    private String sentence(SQLException refusal, Duration patience) {
        String said = String.valueOf(refusal.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .trim();
        if (NotNow.in(refusal).filter(NotNow.READ_ONLY::equals).isPresent()) {
            return "PostgreSQL at " + shown()
                    + " takes no writes: point DATASOURCES_DEFAULT_URL at the primary, or promote" + " this one.";
        }
        return isTransient(refusal)
                ? "PostgreSQL at " + shown() + " did not answer within " + patience.toSeconds()
                        + " s: check that it runs and that DATASOURCES_DEFAULT_URL is right (" + said + ")."
                : "PostgreSQL at " + shown() + " refuses the login: check DATASOURCES_DEFAULT_URL, _USERNAME and"
                        + " _PASSWORD (" + said + ").";
    }

    private String shown() {
        return PostgresAddress.shown(url);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.notAvailable("The start was interrupted while waiting for PostgreSQL.", interrupted);
        }
    }
}
