/**
 * The story that {@code ./tailback demo --exit} tells and checks. Doors: {@code Story}; and how a story is told, which other
 * stories use: {@code Narrator}, {@code Expect}, {@code StoryFailed}.
 */
package dev.tailback.verification.story;
