package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgField;
import java.util.List;

/**
 * A field that may stand for an idea.
 *
 * @param path as a mapping names it
 * @param field the field, or for a path over a relationship the lookup that it goes over
 */
public record Candidate(String path, OrgField field, Confidence confidence, List<Reason> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
