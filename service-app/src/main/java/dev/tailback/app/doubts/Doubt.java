package dev.tailback.app.doubts;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of which Salesforce may come to hold a version that was given up here.
 *
 * @param since since when nobody sends that version any more
 */
public record Doubt(UUID entryId, Instant since) {}
