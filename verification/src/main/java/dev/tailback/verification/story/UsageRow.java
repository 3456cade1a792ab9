package dev.tailback.verification.story;

/**
 * One usage as Salesforce holds it.
 *
 * @param number Salesforce's own, given in the order of creation
 * @param lineId of the contract's line that it consumes
 */
record UsageRow(String entryId, String number, String lineId, int units, int version, boolean cancelled) {}
