package dev.tailback.hub.suggesting;

import java.util.List;

/**
 * What a mapping would make of one field of one record. Shows no value in any text.
 *
 * @param raw as the CRM stores it; cut when it is very long
 * @param holds what the hub would hold; empty where the field is empty, and where a rule of quality refuses its value
 * @param findings what the rules of quality say
 */
public record TriedAttribute(
        String attribute, String field, String raw, String holds, boolean isRefused, List<String> findings) {

    public TriedAttribute {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return attribute + " from " + field;
    }
}
