package dev.tailback.app.pages;

import dev.tailback.app.entries.AttemptView;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to an ad, in the reader's language.
 *
 * @param who a person's account, Salesforce or Tailback
 * @param what a sentence without its subject
 * @param reason as the person gave it
 * @param answer what Salesforce said beside its code
 * @param attempt how it was sent, on an answer of Salesforce
 * @param kind {@code person}, {@code good} or {@code bad}, for the style
 */
public record TimelineLine(
        Instant at,
        String who,
        String what,
        Optional<String> reason,
        Optional<String> code,
        Optional<String> answer,
        Optional<AttemptView> attempt,
        String kind) {}
