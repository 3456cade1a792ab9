package dev.tailback.app.operator.alerts;

/**
 * Something that is wrong now.
 *
 * @param subject what it is about where there can be several, such as a contract's id; else empty
 * @param message one or two sentences
 * @param size how many, where it is counted; else 1
 */
public record Condition(AlertKind kind, String subject, String message, long size) {}
