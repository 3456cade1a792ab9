package dev.tailback.app.traces;

import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import dev.tailback.tracing.TraceSettings;
import dev.tailback.tracing.Traces;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** The traces of this program, as its environment wants them. */
@Factory
class TracesFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Traces traces(PropertyResolver properties) {
        Map<String, String> given = new HashMap<>();
        for (Variable variable : Variable.values()) {
            properties
                    .getProperty(TraceSettings.property(variable), String.class)
                    .ifPresent(value -> given.put(variable.name(), value));
        }
        return Traces.of(TraceSettings.read(Environment.of(given), "service-app"));
    }
}
