package dev.tailback.app.proof;

import java.util.Optional;

/**
 * What a proof learned about an open question.
 *
 * @param value of the local org's switch; empty where the org did not tell
 * @param evidence what was asked and what the org did, or why it could not be asked, for people
 */
record Told(Question question, Optional<String> value, String evidence) {}
