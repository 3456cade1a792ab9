package dev.tailback.program;

/** How a program of ours ends. The table in docs/errors.md says the same, and a test compares the two. */
public enum ExitCode {
    /** The program did what it was asked for. */
    OK(0),
    /**
     * A check found a difference, a request was refused, or the program failed for a reason that no other code names.
     */
    FAILED(1),
    /** The environment, the command line or a file that they name is missing something or is malformed. */
    MISCONFIGURED(2),
    /** The configuration may be right, but something that the program needs is not there: a port, a database. */
    NOT_AVAILABLE(3),
    /** A guard that the program relies on does not hold. */
    UNSAFE(4),
    /** The program was stopped by Ctrl-C (SIGINT) and ended in order. */
    INTERRUPTED(130),
    /** The program was stopped by SIGTERM and ended in order. */
    STOPPED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
