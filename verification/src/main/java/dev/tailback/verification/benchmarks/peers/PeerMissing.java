package dev.tailback.verification.benchmarks.peers;

/** A peer cannot run here, or did not do what it should: one sentence says why, and what would help. */
public final class PeerMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeerMissing(String sentence) {
        super(sentence);
    }

    public PeerMissing(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
