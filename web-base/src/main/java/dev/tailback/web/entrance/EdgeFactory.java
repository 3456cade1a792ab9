package dev.tailback.web.entrance;

import dev.tailback.edge.BodySizes;
import dev.tailback.edge.Edge;
import dev.tailback.edge.EdgeLimits;
import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import dev.tailback.web.forwarded.TrustedProxies;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The edge of this process, with the limits of its environment and the sizes of bodies that its program takes. */
@Factory
class EdgeFactory {
    @Singleton
    Edge edge(PropertyResolver properties, TrustedProxies proxies, BodySizes bodies) {
        return new Edge(EdgeLimits.read(limits(properties)), bodies, proxies::trusts);
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
