package dev.tailback.hub.survivorship;

/**
 * Which rule decided.
 *
 * @param rules the name of the rules
 * @param version of the rules
 * @param text the rule as a sentence
 */
public record Ruling(String rules, int version, String text) {}
