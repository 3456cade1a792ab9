package dev.tailback.salesforce.trial;

/**
 * When a row changed, as Salesforce tells it.
 *
 * @param modified when, and by whom, it counts as changed
 * @param stamped when anything in it changed
 */
public record Stamps(String modified, String stamped) {}
