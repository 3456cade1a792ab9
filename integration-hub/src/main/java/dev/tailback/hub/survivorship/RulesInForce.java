package dev.tailback.hub.survivorship;

/** The rules that decide now: each question may have another answer than the one before. */
@FunctionalInterface
public interface RulesInForce {

    Survivorship now();
}
