package dev.tailback.crm.call;

/** An answer that is not as the CRM writes it. Its message is a sentence for people. */
public final class CutAnswer extends RuntimeException {

    public static final String CODE = "UNUSABLE_ANSWER";

    private final String sentence;

    public CutAnswer(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
