package dev.tailback.app.proof;

/**
 * What one promise came to.
 *
 * @param evidence what was sent and what the org did, for people
 */
record Seen(Promise promise, Verdict verdict, String evidence) {

    /** Three different things. */
    enum Verdict {
        HELD("held"),
        NOT_HELD("not-held"),
        NOT_TRIED("not-tried");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
