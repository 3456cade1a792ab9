package dev.tailback.app.entrance;

import dev.tailback.app.forwarded.TrustedProxies;
import dev.tailback.edge.BodySizes;
import dev.tailback.edge.Edge;
import dev.tailback.edge.EdgeLimits;
import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The edge of this process, with the limits of its environment. */
@Factory
class EdgeFactory {
    private static final int GENERAL_BODY = 1_048_576;
    /** Anybody may send one, and it holds a name, a password and a token. */
    private static final int LOGIN_BODY = 4_096;
    /** Anybody may send these, too: a form of a page, carried through the login. */
    private static final int KEPT_BODY = 262_144;

    private static final BodySizes BODIES = new BodySizes(
            GENERAL_BODY,
            Map.of(
                    "/login", LOGIN_BODY,
                    "/login/again", LOGIN_BODY,
                    "/login/keep", KEPT_BODY,
                    "/login/kept", KEPT_BODY));

    @Singleton
    Edge edge(PropertyResolver properties, TrustedProxies proxies) {
        return new Edge(EdgeLimits.read(limits(properties)), BODIES, proxies::trusts);
    }

    private static Environment limits(PropertyResolver properties) {
        Map<String, String> limits = new HashMap<>();
        Stream.of(Variable.values())
                .map(Variable::name)
                .filter(name -> name.startsWith("HTTP_"))
                .forEach(name -> properties
                        .getProperty(property(name), String.class)
                        .ifPresent(value -> limits.put(name, value)));
        return Environment.of(limits);
    }

    /** As the framework knows an environment value whose name has one dot: the first. */
    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
