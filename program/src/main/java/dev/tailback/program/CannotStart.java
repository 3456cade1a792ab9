package dev.tailback.program;

import java.util.List;

/** The program cannot start. Each sentence says one reason and what to do about it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<String> sentences;

    private CannotStart(ExitCode exitCode, List<String> sentences) {
        super(String.join(" ", sentences));
        this.exitCode = exitCode;
        this.sentences = List.copyOf(sentences);
    }

    private CannotStart(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
        this.sentences = List.of(sentence);
    }

    public static CannotStart misconfigured(List<String> sentences) {
        return new CannotStart(ExitCode.MISCONFIGURED, sentences);
    }

    public static CannotStart misconfigured(String sentence) {
        return misconfigured(List.of(sentence));
    }

    public static CannotStart misconfigured(String sentence, Throwable cause) {
        return new CannotStart(ExitCode.MISCONFIGURED, sentence, cause);
    }

    public static CannotStart notAvailable(String sentence) {
        return new CannotStart(ExitCode.NOT_AVAILABLE, List.of(sentence));
    }

    public static CannotStart notAvailable(String sentence, Throwable cause) {
        return new CannotStart(ExitCode.NOT_AVAILABLE, sentence, cause);
    }

    public static CannotStart unsafe(List<String> sentences) {
        return new CannotStart(ExitCode.UNSAFE, sentences);
    }

    static CannotStart unforeseen(String sentence, Throwable cause) {
        return new CannotStart(ExitCode.FAILED, sentence, cause);
    }

    public int exitCode() {
        return exitCode.number();
    }

    public List<String> sentences() {
        return sentences;
    }
}
