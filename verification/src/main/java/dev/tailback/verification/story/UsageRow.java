package dev.tailback.verification.story;

/**
 * One usage as Salesforce holds it.
 *
 * @param number Salesforce's own, given in the order of creation
 */
record UsageRow(String entryId, String number, int units, int version, boolean cancelled) {}
