package dev.tailback.operatorcli;

/** Why a command did not do what it was asked for, in one sentence. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The service app said no. */
    static Refusal byTheServiceApp(String sentence) {
        return new Refusal(sentence, 1);
    }

    /** Called wrongly, or the service app cannot be reached. */
    static Refusal beforeItBegan(String sentence) {
        return new Refusal(sentence, 2);
    }

    int exitCode() {
        return exitCode;
    }
}
