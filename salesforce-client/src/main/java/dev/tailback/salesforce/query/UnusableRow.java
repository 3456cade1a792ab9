package dev.tailback.salesforce.query;

/** Salesforce answered with a row that our schema cannot hold. A person must look at it. */
public final class UnusableRow extends RuntimeException {

    public static final String CODE = "UNUSABLE_ROW";

    private final String sentence;

    public UnusableRow(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
