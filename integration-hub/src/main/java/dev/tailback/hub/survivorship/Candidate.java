package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Fact;

/** A fact that took part in a decision, and what became of it. */
public record Candidate(Fact fact, boolean won, Reason reason) {}
