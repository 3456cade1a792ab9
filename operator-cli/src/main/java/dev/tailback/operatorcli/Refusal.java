package dev.tailback.operatorcli;

import dev.tailback.program.ExitCode;

/** Why a command did not do what it was asked for, in one sentence. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private Refusal(String message, ExitCode exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The service app said no. */
    static Refusal byTheServiceApp(String sentence) {
        return new Refusal(sentence, ExitCode.FAILED);
    }

    /** Called wrongly, or the service app cannot be reached. */
    static Refusal beforeItBegan(String sentence) {
        return new Refusal(sentence, ExitCode.MISCONFIGURED);
    }

    int exitCode() {
        return exitCode.number();
    }
}
