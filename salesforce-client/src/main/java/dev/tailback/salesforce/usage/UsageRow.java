package dev.tailback.salesforce.usage;

import java.util.Optional;

/**
 * One row of usage: an entry's, or one that no entry can stand behind.
 *
 * @param key the external id as it is, by which pages follow each other
 */
record UsageRow(String key, String contractId, Optional<HeldUsage> held, Optional<StrayUsage> stray) {}
