package dev.tailback.hub.simulation;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What one CRM is like.
 *
 * @param form in which it stores a value
 * @param tellsStored whether its answer to a write says what it stored
 * @param skew of its clock
 */
public record Habits(UnaryOperator<String> form, boolean tellsStored, Duration skew, int mostWrites) {}
