package dev.tailback.app.entrance;

import dev.tailback.app.forwarded.TrustedProxies;
import dev.tailback.edge.BodySizes;
import dev.tailback.edge.Edge;
import dev.tailback.edge.EdgeLimits;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** The edge of this process, with the limits of its environment. */
@Factory
class EdgeFactory {
    private static final int GENERAL_BODY = 1_048_576;
    /** Anybody may send one, and it holds a name, a password and a token. */
    private static final int LOGIN_BODY = 4_096;

    @Singleton
    Edge edge(Environment environment, TrustedProxies proxies) {
        EdgeLimits limits = EdgeLimits.read(variable ->
                environment.getProperty(property(variable), String.class).orElse(null));
        return new Edge(limits, new BodySizes(GENERAL_BODY, Map.of("/login", LOGIN_BODY)), proxies::trusts);
    }

    /** As the framework knows an environment variable whose name has one dot: the first. */
    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
