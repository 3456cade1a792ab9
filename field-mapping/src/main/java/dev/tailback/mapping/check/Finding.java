package dev.tailback.mapping.check;

/**
 * One thing about a mapping and an org.
 *
 * @param about the path of an idea, as {@code usage.units}, or an object's API name
 * @param sentence what is so
 * @param mend what an admin of Salesforce, or the author of the mapping, can do about it
 */
public record Finding(Severity severity, String about, String sentence, String mend) {}
