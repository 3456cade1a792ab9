package dev.tailback.localcrms.hubspot.records;

/**
 * A value a property had from a moment on.
 *
 * @param value empty when the property was emptied
 * @param at milliseconds
 */
public record Version(String value, long at, Source source) {}
