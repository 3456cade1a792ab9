package dev.tailback.localorg.metadata;

import java.util.Optional;

/** A save is refused with {@code message} when {@code formula} is true. */
public record ValidationRule(
        String object, String name, String formula, String message, Optional<String> errorField, String file) {}
