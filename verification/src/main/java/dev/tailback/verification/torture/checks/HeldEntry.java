package dev.tailback.verification.torture.checks;

/** A usage row as Salesforce shows it. */
record HeldEntry(String entry, String productId, long version, int units, boolean cancelled) {

    /** Units that Salesforce counts as consumed. */
    int counted() {
        return cancelled ? 0 : units;
    }
}
