package dev.tailback.hub.connections;

import java.util.Set;

/**
 * That a customer of whom the CRM has no record is created there.
 *
 * @param key the field that gets the golden record's id: unique in the CRM, and for nothing else
 * @param needs the attributes that must have an agreed value first
 */
public record Creates(String key, Set<String> needs) {

    public Creates {
        needs = Set.copyOf(needs);
        if (key.isEmpty() || needs.isEmpty()) {
            throw new IllegalArgumentException("a record is created by a key, and needs an attribute");
        }
    }
}
