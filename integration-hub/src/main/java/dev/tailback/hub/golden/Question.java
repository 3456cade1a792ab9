package dev.tailback.hub.golden;

import dev.tailback.hub.survivorship.Decision;
import java.time.Instant;

/**
 * What a steward must decide.
 *
 * @param asked with all candidates, as the rules in force see them now
 */
public record Question(Golden golden, Decision asked, Instant since) {}
