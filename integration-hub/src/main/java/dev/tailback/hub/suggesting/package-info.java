/**
 * Helps a person to write the mapping of a CRM, and changes nothing. What a CRM's records hold is shown to who asks, and
 * is neither kept nor logged.
 *
 * <p>Doors: {@code SuggestMapping} says which fields may stand for which attributes, {@code AcceptSuggestions} makes
 * a file of what a person chose, {@code TryMapping} says what a mapping would make of one record.
 */
package dev.tailback.hub.suggesting;
