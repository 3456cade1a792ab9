package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgField;
import java.util.ArrayList;
import java.util.List;

/** A candidate while it is weighed: 0 is impossible, 1 as good as can be. */
record Scored(String path, OrgField field, double score, List<Reason> reasons) {

    Scored times(double factor) {
        return new Scored(path, field, score * factor, reasons);
    }

    /** A sign beside the words: it lifts what the words already make probable, and a little what they do not. */
    Scored plus(double bonus, Reason reason) {
        List<Reason> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Scored(path, field, Math.min(1, score + bonus), more);
    }

    Candidate candidate() {
        return new Candidate(path, field, Confidence.of(score), reasons);
    }
}
