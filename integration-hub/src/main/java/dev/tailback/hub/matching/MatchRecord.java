package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import java.util.Map;

/** A source record with its clean values, by the attribute's name; what it does not know is not there. */
public record MatchRecord(Source source, Map<String, String> values) {

    public MatchRecord {
        values = Map.copyOf(values);
    }
}
