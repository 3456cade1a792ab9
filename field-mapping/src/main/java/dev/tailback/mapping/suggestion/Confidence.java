package dev.tailback.mapping.suggestion;

/** How probable it is that a person would choose the same. */
public enum Confidence {
    SURE("sure", 0.87),
    LIKELY("likely", 0.72),
    PERHAPS("perhaps", 0.55);

    private final String word;
    private final double from;

    Confidence(String word, double from) {
        this.word = word;
        this.from = from;
    }

    public String word() {
        return word;
    }

    /** What scores less is no candidate. */
    static boolean isEnough(double score) {
        return score >= PERHAPS.from;
    }

    static Confidence of(double score) {
        if (score >= SURE.from) {
            return SURE;
        }
        return score >= LIKELY.from ? LIKELY : PERHAPS;
    }
}
