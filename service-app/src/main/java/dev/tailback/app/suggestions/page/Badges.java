package dev.tailback.app.suggestions.page;

import dev.tailback.app.suggestions.CandidateView;
import dev.tailback.app.suggestions.FieldView;
import java.util.ArrayList;
import java.util.List;

/** What the integration user may do with a field, and what the field is, as words of the texts. */
final class Badges {

    private Badges() {}

    static List<String> of(FieldView field, boolean isWritten) {
        return List.of(right(isWritten, field.createable() && field.updateable()));
    }

    static List<String> of(CandidateView candidate, boolean isWritten) {
        List<String> badges = new ArrayList<>();
        badges.add(right(isWritten, candidate.createable() && candidate.updateable()));
        if (candidate.calculated()) {
            badges.add("computed");
        }
        if (candidate.externalId()) {
            badges.add("external-id");
        }
        if (candidate.unique()) {
            badges.add("unique");
        }
        return badges;
    }

    /** Salesforce describes only what the user may read. */
    private static String right(boolean isWritten, boolean isWritable) {
        if (!isWritten) {
            return "readable";
        }
        return isWritable ? "writable" : "not-writable";
    }
}
