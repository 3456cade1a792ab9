package dev.tailback.salesforce.usage;

/**
 * A usage row that no entry can stand behind: its external id is no UUID. Only possible while the rule against it is
 * switched off.
 */
public record StrayUsage(String salesforceId, String contractId, String externalId) {}
