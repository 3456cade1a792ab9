package dev.tailback.hub.intents;

import java.util.Map;
import java.util.UUID;

/** What is agreed of a golden record. @param values by attribute; empty text where it is agreed to be empty */
public record Agreed(UUID golden, String entity, Map<String, String> values) {

    public Agreed {
        values = Map.copyOf(values);
    }
}
