package dev.tailback.salesforce;

/** Salesforce answered with a row that our schema cannot hold. Somebody must look at it. */
final class UnusableRow extends RuntimeException {

    static final String CODE = "UNUSABLE_ROW";

    UnusableRow(String message) {
        super(message);
    }
}
