package dev.tailback.worker.entrance;

import dev.tailback.edge.EdgeLimits;
import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import java.util.Optional;

/**
 * Who may connect, and read what.
 *
 * @param limits what each connection is granted
 * @param metricsToken {@code WORKER_METRICS_TOKEN}: with it, figures and details need this token; without it, they are
 *     for this machine only. 32 to 1,000 visible ASCII characters
 */
public record EntranceSettings(EdgeLimits limits, Optional<String> metricsToken) {

    public EntranceSettings {
        metricsToken.ifPresent(EntranceSettings::check);
    }

    public static EntranceSettings standard() {
        return new EntranceSettings(EdgeLimits.STANDARD, Optional.empty());
    }

    public static EntranceSettings read(Environment environment) {
        EntranceSettings limited = standard().withLimits(EdgeLimits.read(environment));
        return environment.changed(Variable.WORKER_METRICS_TOKEN, limited, limited::withToken);
    }

    EntranceSettings withLimits(EdgeLimits limits) {
        return new EntranceSettings(limits, metricsToken);
    }

    EntranceSettings withToken(String token) {
        return new EntranceSettings(limits, Optional.of(token));
    }

    private static void check(String token) {
        if (!token.matches("[!-~]{32,1000}")) {
            throw new IllegalArgumentException("has " + token.length()
                    + " characters: it needs 32 to 1,000 letters, digits or signs without spaces,"
                    + " such as the output of 'openssl rand -hex 32'");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "EntranceSettings[limits=" + limits + ", metricsToken=" + metricsToken.isPresent() + "]";
    }
}
