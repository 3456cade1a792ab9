package dev.tailback.app.adimport;

import dev.tailback.app.ads.AdView;
import java.util.Optional;

/**
 * What becomes of a row.
 *
 * @param kind a word for the page
 * @param sentence the reason, where there is one
 * @param ad what was made of it
 */
public record RowFate(Kind kind, String sentence, Optional<AdView> ad) {

    /** The kinds of fates. */
    public enum Kind {
        /** It would be saved. */
        READY,
        /** It would be saved, and nobody can say now whether Salesforce takes it. */
        UNCHECKED,
        /** It is not saved. */
        WRONG,
        SAVED
    }

    static RowFate of(Kind kind, String sentence) {
        return new RowFate(kind, sentence, Optional.empty());
    }

    static RowFate saved(AdView ad) {
        return new RowFate(Kind.SAVED, "", Optional.of(ad));
    }

    /** For texts and styles. */
    public String word() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
