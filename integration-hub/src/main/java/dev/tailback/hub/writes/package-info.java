/**
 * Brings intents into the CRMs. Doors: {@code WriteIntents} for records that are there,
 * {@code WriteCreations} for those that a CRM has none of.
 */
package dev.tailback.hub.writes;
