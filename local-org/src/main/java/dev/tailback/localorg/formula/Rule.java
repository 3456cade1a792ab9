package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.ValidationRule;

/** A validation rule ready to be evaluated: true refuses the save. */
public record Rule(ValidationRule definition, Expression condition) {}
