package dev.tailback.mapping.suggestion;

import java.util.List;

/** An object that may be the contract's, its lines' or their usage's. */
public record ObjectCandidate(String object, Confidence confidence, List<Reason> reasons) {

    public ObjectCandidate {
        reasons = List.copyOf(reasons);
    }

    /** One that a person looks at, whatever it is called. */
    public static ObjectCandidate named(String object) {
        return new ObjectCandidate(object, Confidence.PERHAPS, List.of());
    }

    /** One that a person has chosen already. */
    public static ObjectCandidate chosen(String object) {
        return new ObjectCandidate(object, Confidence.SURE, List.of());
    }
}
