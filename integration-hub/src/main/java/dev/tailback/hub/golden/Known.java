package dev.tailback.hub.golden;

import dev.tailback.hub.survivorship.GoldenFacts;
import java.util.Map;

/**
 * All that is known about a golden record before it is decided.
 *
 * @param stood the agreed value that stands for the rules, by attribute; empty text where it is agreed to be empty
 */
public record Known(GoldenFacts facts, Map<String, String> stood) {

    public Known {
        stood = Map.copyOf(stood);
    }
}
