package dev.tailback.mapping.suggestion;

import java.util.List;

/** An object that may be the contract's, its lines' or their usage's. */
public record ObjectCandidate(String object, Confidence confidence, List<Reason> reasons) {

    public ObjectCandidate {
        reasons = List.copyOf(reasons);
    }
}
