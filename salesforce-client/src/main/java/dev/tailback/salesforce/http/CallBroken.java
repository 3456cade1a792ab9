package dev.tailback.salesforce.http;

/** A call that brought no usable answer. Its message is a sentence for people, without anything an exception said. */
public final class CallBroken extends Exception {

    static final String UNREACHABLE = "UNREACHABLE";
    static final String TLS_FAILED = "TLS_FAILED";
    public static final String NO_ANSWER = "NO_ANSWER";
    static final String UNUSABLE_ANSWER = "UNUSABLE_ANSWER";

    private final String code;
    private final String sentence;
    private final boolean sent;

    private CallBroken(String code, String sentence, boolean sent) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.sent = sent;
    }

    /** No byte of the request can have reached the other side. */
    public static CallBroken notSent(String code, String sentence, Throwable cause) {
        return new CallBroken(code, sentence, false).because(cause);
    }

    /** The request may have reached the other side. */
    static CallBroken sent(String code, String sentence, Throwable cause) {
        return new CallBroken(code, sentence, true).because(cause);
    }

    public static CallBroken unusable(String sentence) {
        return new CallBroken(NO_ANSWER, sentence, true);
    }

    private CallBroken because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return sentence;
    }

    public String code() {
        return code;
    }

    public boolean isSent() {
        return sent;
    }
}
