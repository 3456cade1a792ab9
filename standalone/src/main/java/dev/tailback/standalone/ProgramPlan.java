package dev.tailback.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one program is started.
 *
 * @param inFront classes and resources that take the place of the program's own; empty but for a torture run that damages a guard on purpose
 * @param environment what it is configured with; nothing of ours is inherited
 * @param ready answers 200 once the program can be used
 */
public record ProgramPlan(
        String name,
        Path jar,
        Optional<Path> inFront,
        List<String> arguments,
        Map<String, String> environment,
        URI ready,
        Path log) {

    private static final Set<String> PREFIXES = Set.of(
            "DATASOURCES_",
            "REDIS_",
            "SALESFORCE_",
            "TAILBACK_",
            "WORKER_",
            "LOCAL_ORG_",
            "MICRONAUT_",
            "RELAY_",
            "OUTCOMES_",
            "ADS_",
            "HTTP_",
            "LATE_COPIES_",
            "RECONCILIATION_",
            "OPERATOR_METRICS_");

    /** Whether an environment value is read by our programs. */
    static boolean isOurs(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith);
    }
}
