package dev.tailback.localcrms.hubspot.schema;

/**
 * One value of an enumeration.
 *
 * @param value as records hold it
 * @param hidden not offered to people, but still taken
 */
public record Choice(String value, String label, boolean hidden) {}
