package dev.tailback.app.arrivals;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of which Salesforce may come to hold a version that was given up here.
 *
 * @param since since when that version is given up
 */
public record LateArrival(UUID entryId, Instant since) {}
