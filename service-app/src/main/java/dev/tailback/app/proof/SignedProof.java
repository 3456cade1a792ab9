package dev.tailback.app.proof;

/**
 * The file of a proof.
 *
 * @param reference the ad reference of its rows, such as {@code PROOF-1A2B3C4D}
 */
record SignedProof(String reference, byte[] document) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedProof proof && reference.equals(proof.reference);
    }

    @Override
    public int hashCode() {
        return reference.hashCode();
    }
}
