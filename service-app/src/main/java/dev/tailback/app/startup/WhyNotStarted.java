package dev.tailback.app.startup;

import java.net.BindException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the framework threw at start into a sentence; what nobody foresaw is logged in full besides. */
public final class WhyNotStarted {

    private static final Logger LOG = LoggerFactory.getLogger(WhyNotStarted.class);

    private static final Pattern NAMES_A_VALUE = Pattern.compile("[A-Z][A-Z_]+ is .*: set it .*");

    private WhyNotStarted() {}

    public static CannotStart of(RuntimeException failure) {
        if (find(failure, BindException.class).isPresent()) {
            return CannotStart.notAvailable(
                    "The port of the service app is already in use: end the program that holds it, or choose another with"
                            + " --port N.",
                    failure);
        }
        if (find(failure, FlywayException.class).isPresent() && isRefused(failure)) {
            return CannotStart.notAvailable(
                    "The tables of PostgreSQL are not those of this version, and the user in DATASOURCES_DEFAULT_USERNAME may"
                            + " not change them: run './tailback service-app --migrate' as the owner of the tables, then"
                            + " start again (docs/security.md).",
                    failure);
        }
        return find(failure, CannotStart.class).or(() -> misconfigured(failure)).orElseGet(() -> unforeseen(failure));
    }

    /** A settings record that does not take its value says which one it is, and what to set. */
    private static Optional<CannotStart> misconfigured(RuntimeException failure) {
        return find(failure, IllegalArgumentException.class)
                .map(wrong -> String.valueOf(wrong.getMessage()))
                .filter(sentence -> NAMES_A_VALUE.matcher(sentence).matches())
                .map(sentence ->
                        CannotStart.misconfigured(List.of(sentence.endsWith(".") ? sentence : sentence + ".")));
    }

    // 42501: insufficient privilege.
    private static boolean isRefused(RuntimeException failure) {
        return find(failure, SQLException.class)
                .filter(refusal -> "42501".equals(refusal.getSQLState()))
                .isPresent();
    }

    private static CannotStart unforeseen(RuntimeException failure) {
        LOG.error("The service app did not start", failure);
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        return new CannotStart(
                1, List.of("The service app did not start: " + said + " The log holds the whole story."), failure);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20) // a chain of causes may be a ring
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
