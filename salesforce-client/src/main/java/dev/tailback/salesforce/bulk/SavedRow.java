package dev.tailback.salesforce.bulk;

import java.util.UUID;

/**
 * A row that a job has saved.
 *
 * @param version the one that was sent
 * @param created tells a first save from a later one
 */
public record SavedRow(UUID entryId, long version, String salesforceId, boolean created) {}
