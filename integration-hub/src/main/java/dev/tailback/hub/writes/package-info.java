/**
 * Brings intents into the CRMs. Door: {@code WriteIntents}.
 */
package dev.tailback.hub.writes;
