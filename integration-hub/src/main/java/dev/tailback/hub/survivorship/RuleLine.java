package dev.tailback.hub.survivorship;

/**
 * One line of the rules.
 *
 * @param emptiedWins whether an empty field can win when a person emptied it
 */
public record RuleLine(Rule rule, boolean emptiedWins) {}
