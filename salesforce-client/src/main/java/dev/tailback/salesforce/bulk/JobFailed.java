package dev.tailback.salesforce.bulk;

/** A call about a job that brought no usable answer, or a refusal. The message is a sentence for people. */
public final class JobFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;
    private final boolean refused;

    private JobFailed(String code, String sentence, boolean refused) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.refused = refused;
    }

    static JobFailed refused(String code, String sentence) {
        return new JobFailed(code, sentence, true);
    }

    static JobFailed unanswered(String code, String sentence) {
        return new JobFailed(code, sentence, false);
    }

    static JobFailed unusable(String what) {
        return new JobFailed(
                "UNUSABLE_ANSWER", "Salesforce's answer about a Bulk job cannot be used (" + what + ")", false);
    }

    JobFailed because(Throwable cause) {
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

    /** Whether Salesforce itself said no, and would say so again. */
    public boolean isRefused() {
        return refused;
    }
}
