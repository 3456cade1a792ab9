package dev.tailback.app.startup;

import java.util.List;

/** The program cannot start, and these sentences say why and what to do: one for each reason. */
public final class CannotStart extends RuntimeException {

    /** Something in the environment or on the command line is missing or malformed. */
    public static final int MISCONFIGURED = 2;

    /** The configuration may be right, but something the program needs is not there. */
    public static final int NOT_AVAILABLE = 3;

    /** A guard that the program relies on does not hold. */
    public static final int UNSAFE = 4;

    private final int exitCode;
    private final transient List<String> sentences;

    public CannotStart(int exitCode, List<String> sentences, Throwable cause) {
        super(String.join(" ", sentences), cause);
        this.exitCode = exitCode;
        this.sentences = List.copyOf(sentences);
    }

    public static CannotStart misconfigured(List<String> sentences) {
        return new CannotStart(MISCONFIGURED, sentences, null);
    }

    public static CannotStart notAvailable(String sentence, Throwable cause) {
        return new CannotStart(NOT_AVAILABLE, List.of(sentence), cause);
    }

    public int exitCode() {
        return exitCode;
    }

    public List<String> sentences() {
        return sentences;
    }
}
