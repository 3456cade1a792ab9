package dev.tailback.program;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what was thrown at start into a sentence that names the true cause. A failure that is none of the known ones is
 * not guessed at: the sentence repeats what it says, and the log holds all of it.
 */
public final class StartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
    private static final Pattern NAMES_A_VALUE = Pattern.compile("[A-Z][A-Z_]+ is .*: set it .*");

    private StartFailure() {}

    /** What kept this program from starting. */
    public static CannotStart of(String program, Throwable failure) {
        return find(failure, CannotStart.class)
                .or(() -> misconfigured(failure))
                .orElseGet(() -> unforeseen(program, failure));
    }

    /** The same for a program that was about to listen there. */
    public static CannotStart of(String program, Endpoint endpoint, Throwable failure) {
        return find(failure, CannotStart.class)
                .or(() -> cannotListen(endpoint, failure))
                .orElseGet(() -> of(program, failure));
    }

    /** The first of this type among a failure and its causes. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20) // a chain of causes may be a ring
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Optional<CannotStart> cannotListen(Endpoint endpoint, Throwable failure) {
        String port = "Port " + endpoint.port() + " of " + endpoint.host();
        if (says(failure, "already in use")) {
            return Optional.of(CannotStart.notAvailable(
                    port + " is already in use: end the program that holds it, or choose another with --port N.",
                    failure));
        }
        if (says(failure, "permission denied")) {
            return Optional.of(CannotStart.notAvailable(
                    port + " may not be opened by this user: choose one above 1023 with --port N.", failure));
        }
        if (says(failure, "cannot assign requested address") || isUnknownHost(failure)) {
            return Optional.of(CannotStart.misconfigured(
                    endpoint.host() + " is no address of this machine: choose another with --host ADDRESS.", failure));
        }
        return Optional.empty();
    }

    // A socket of the operating system's own kind throws no BindException, but says the same words.
    private static boolean says(Throwable failure, String words) {
        return anyCause(
                failure,
                cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains(words));
    }

    private static boolean isUnknownHost(Throwable failure) {
        return find(failure, UnknownHostException.class).isPresent()
                || find(failure, UnresolvedAddressException.class).isPresent();
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(test);
    }

    /** A settings record that does not take its value says which one it is, and what to set. */
    private static Optional<CannotStart> misconfigured(Throwable failure) {
        return find(failure, IllegalArgumentException.class)
                .map(refused -> String.valueOf(refused.getMessage()))
                .filter(sentence -> NAMES_A_VALUE.matcher(sentence).matches())
                .map(sentence ->
                        CannotStart.misconfigured(sentence.endsWith(".") ? sentence : sentence + ".", failure));
    }

    private static CannotStart unforeseen(String program, Throwable failure) {
        LOG.error("{} did not start", program, failure);
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        String sentence = said.endsWith(".") ? said : said + ".";
        return CannotStart.unforeseen(
                program + " did not start: " + sentence + " The log holds the whole story.", failure);
    }
}
