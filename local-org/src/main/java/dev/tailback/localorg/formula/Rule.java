package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.ValidationRule;
import java.util.Optional;

/**
 * A validation rule ready to be evaluated: true refuses the save.
 *
 * @param leftOut why this org cannot evaluate it; its condition is then never true
 */
public record Rule(ValidationRule definition, Expression condition, Optional<String> leftOut) {}
