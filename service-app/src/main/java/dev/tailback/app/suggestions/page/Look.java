package dev.tailback.app.suggestions.page;

import dev.tailback.app.mapping.MappingCheckView;
import dev.tailback.app.suggestions.DryRunView;
import dev.tailback.web.problems.Problem;
import java.util.Optional;

/**
 * What a chosen mapping would mean.
 *
 * @param tried what it would read and send; empty where it is broken, or could not be tried
 * @param untried why it could not be tried
 */
public record Look(MappingCheckView check, Optional<DryRunView> tried, Optional<Problem> untried) {}
