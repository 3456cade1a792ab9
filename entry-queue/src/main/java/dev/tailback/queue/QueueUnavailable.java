package dev.tailback.queue;

/**
 * Redis cannot be reached or refuses to work just now. The message is a sentence for people; whether the command took
 * effect is unknown.
 */
public final class QueueUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public QueueUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
