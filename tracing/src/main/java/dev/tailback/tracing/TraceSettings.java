package dev.tailback.tracing;

import static dev.tailback.program.Variable.OTEL_EXPORTER_OTLP_ENDPOINT;
import static dev.tailback.program.Variable.OTEL_EXPORTER_OTLP_HEADERS;
import static dev.tailback.program.Variable.OTEL_EXPORTER_OTLP_PROTOCOL;
import static dev.tailback.program.Variable.OTEL_RESOURCE_ATTRIBUTES;
import static dev.tailback.program.Variable.OTEL_SDK_DISABLED;
import static dev.tailback.program.Variable.OTEL_SERVICE_NAME;
import static dev.tailback.program.Variable.OTEL_TRACES_SAMPLER;
import static dev.tailback.program.Variable.OTEL_TRACES_SAMPLER_ARG;

import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where spans go and which traces are kept, by the names of the OpenTelemetry specification.
 *
 * @param properties as OpenTelemetry's SDK takes them; none when there are no traces
 */
public record TraceSettings(Map<String, String> properties) {
    public static final TraceSettings OFF = new TraceSettings(Map.of());

    private static final String PROTOCOL = "http/protobuf";
    private static final Set<String> SAMPLERS = Set.of(
            "always_on",
            "always_off",
            "traceidratio",
            "parentbased_always_on",
            "parentbased_always_off",
            "parentbased_traceidratio");

    public TraceSettings {
        properties = Map.copyOf(properties);
    }

    /**
     * Complains of each value that cannot be used.
     *
     * @param program what the service is called unless the environment says otherwise
     */
    public static TraceSettings read(Environment environment, String program) {
        boolean disabled = environment.flag(OTEL_SDK_DISABLED, false);
        Map<String, String> given = new HashMap<>(Map.of("otel.service.name", program));
        take(environment, given, OTEL_EXPORTER_OTLP_ENDPOINT, "https?://[^\\s/?#@]+(/[^\\s?#]*)?", "http://host:4318");
        take(
                environment,
                given,
                OTEL_EXPORTER_OTLP_HEADERS,
                "[^=,\\s]+=[^,]*(,[^=,]+=[^,]*)*",
                "name=value,name=value");
        take(environment, given, OTEL_RESOURCE_ATTRIBUTES, "[^=,\\s]+=[^,]*(,[^=,]+=[^,]*)*", "name=value,name=value");
        take(environment, given, OTEL_EXPORTER_OTLP_PROTOCOL, PROTOCOL, PROTOCOL);
        take(environment, given, OTEL_SERVICE_NAME, ".{1,200}", "a name of 200 characters at most");
        take(environment, given, OTEL_TRACES_SAMPLER, String.join("|", SAMPLERS), samplers());
        take(environment, given, OTEL_TRACES_SAMPLER_ARG, "0(\\.\\d+)?|1(\\.0+)?", "a share from 0 to 1");
        boolean on = !disabled && given.containsKey(property(OTEL_EXPORTER_OTLP_ENDPOINT));
        return on ? new TraceSettings(given) : OFF;
    }

    boolean on() {
        return !properties.isEmpty();
    }

    /** Says nothing of the value: it may hold a secret. */
    private static void take(
            Environment environment, Map<String, String> given, Variable variable, String pattern, String form) {
        String text = environment.text(variable);
        if (!text.isEmpty() && !text.matches(pattern)) {
            environment.complain(variable + " cannot be used: write it as " + form);
        } else if (!text.isEmpty()) {
            given.put(property(variable), text);
        }
    }

    /** The name of the same value among OpenTelemetry's properties. */
    public static String property(Variable variable) {
        return variable.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String samplers() {
        List<String> inOrder = SAMPLERS.stream().sorted().toList();
        return "one of " + String.join(", ", inOrder);
    }
}
