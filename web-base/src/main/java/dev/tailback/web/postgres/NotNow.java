package dev.tailback.web.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why PostgreSQL does not do now what it would do at another time: the whole list of SQL states that say so. Every
 * other state is a fault of ours or of the data. The states stand in appendix A of PostgreSQL's manual.
 */
public enum NotNow {
    /** It cannot be reached, starts, stops, has crashed, or took the connection back. */
    AWAY(
            "PostgreSQL cannot be reached",
            Set.of(
                    "57000", // operator intervention
                    "57P01", // an administrator ended the session, or PostgreSQL stops
                    "57P02", // another session crashed, and everything starts anew
                    "57P03", // it starts, stops or recovers
                    "57P04", // the database was dropped
                    "40003", // it is unknown whether the statement was done
                    "57P05", // the session was idle for too long
                    "25P03", // a transaction was idle for too long
                    "25P04", // a transaction took too long (PostgreSQL 17)
                    "26000", // a prepared statement was forgotten: a pooler between us and it changed the session
                    "58000", // the system below it failed
                    "58030", // its disk failed
                    "58P01", // a file of its own is missing
                    "F0000", // its configuration is wrong
                    "F0001")), // another one holds its directory
    /** It takes no writes: a standby, one that was switched over, or one that was set so. */
    READ_ONLY("PostgreSQL takes no writes: it is a standby, or was set read-only", Set.of("25006")),
    /** Its disk is full, or a limit of its user's is reached. */
    FULL("PostgreSQL has no room left on its disk, or for its user", Set.of("53100", "53400")),
    /** It has too much to do: no memory, no resources, all connections taken. */
    OVERLOADED("PostgreSQL has no connection, memory or other resource left", Set.of("53000", "53200", "53300")),
    /** Another session holds a lock for longer than we wait, or the statement took longer than it may. */
    BUSY(
            "PostgreSQL did not get to it in time: somebody holds a lock, or the statement took too long",
            Set.of("55P03", "57014", "55006")),
    /** Two transactions stood in each other's way, and this one was taken back. */
    IN_CONFLICT(
            "PostgreSQL took a transaction back that stood in another one's way", Set.of("40000", "40001", "40P01"));

    private static final int LONGEST_CHAIN = 20; // a chain of causes may be a ring
    private static final String CHANGED_TABLE = "RevalidateCachedQuery";

    private static final Map<String, NotNow> BY_STATE = Stream.of(values())
            .flatMap(kind -> kind.states.stream().map(state -> Map.entry(state, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String sentence;
    private final Set<String> states;

    NotNow(String sentence, Set<String> states) {
        this.sentence = sentence;
        this.states = states;
    }

    /** For operators, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** The states that mean this, without class 08, which always means {@link #AWAY}. */
    Set<String> states() {
        return states;
    }

    /** The most precise reason in a failure and its causes; empty when nothing in it says that it would pass. */
    public static Optional<NotNow> in(Throwable thrown) {
        List<Throwable> chain = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .toList();
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(failure -> of(failure).stream())
                .reduce((outer, inner) -> inner)
                .or(() -> chain.stream().anyMatch(NotNow::foundAllInUse) ? Optional.of(OVERLOADED) : Optional.empty())
                .or(() -> chain.stream().anyMatch(NotNow::hasNoConnection) ? Optional.of(AWAY) : Optional.empty());
    }

    static Optional<NotNow> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || forgotTheTable(failure)) {
            return Optional.of(AWAY);
        }
        return Optional.ofNullable(BY_STATE.get(state));
    }

    /** A table was changed under a statement that was prepared before: the next connection prepares it anew. */
    private static boolean forgotTheTable(SQLException failure) {
        return "0A000".equals(failure.getSQLState())
                && failure instanceof PSQLException told
                && Optional.ofNullable(told.getServerErrorMessage())
                        .map(ServerErrorMessage::getRoutine)
                        .filter(CHANGED_TABLE::equals)
                        .isPresent();
    }

    /** The pool names no failed attempt to connect: others use every connection, and PostgreSQL may be well. */
    private static boolean foundAllInUse(Throwable cause) {
        return cause instanceof SQLTransientConnectionException && cause.getCause() == null;
    }

    private static boolean hasNoConnection(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof io.micronaut.data.connection.exceptions.ConnectionException;
    }
}
