package dev.tailback.app.proof;

/** A promise that could not be tried; the message says why, for people. */
final class NotTried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    NotTried(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
