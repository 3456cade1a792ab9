package dev.tailback.web.problems;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What failed and where, in one line: the types, the first lines of code and our own ones. Never the message of an
 * exception: it can hold what a caller sent, such as a password in a form that could not be decoded.
 */
final class Whereabouts {

    private static final int CAUSES = 6;
    private static final int FIRST = 3;
    private static final int OURS = 8;

    private Whereabouts() {}

    static String of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES) // a chain of causes may be a ring
                .map(Whereabouts::one)
                .collect(Collectors.joining("; caused by "));
    }

    private static String one(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        Stream<StackTraceElement> ours = Arrays.stream(frames)
                .skip(FIRST)
                .filter(frame -> frame.getClassName().startsWith("dev.tailback."))
                .limit(OURS);
        return thrown.getClass().getName()
                + state(thrown)
                + Stream.concat(Arrays.stream(frames).limit(FIRST), ours)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" < ", " at ", ""));
    }

    private static String state(Throwable thrown) {
        return thrown instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
    }
}
