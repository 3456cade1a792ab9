package dev.tailback.app.operator.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * How the comparison of everything stands.
 *
 * @param lastSuccess the last one that got to its end, with counts and without the differences one by one
 * @param lastFailure the last one that did not, if it came later
 * @param nextAt when the next scheduled one is due
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReconciliationStatus(
        boolean running,
        Optional<ReconciliationView> lastSuccess,
        Optional<ReconciliationView> lastFailure,
        Optional<Instant> nextAt) {}
