package dev.tailback.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSettingsTest {
    private static final Map<String, String> ENDPOINT = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");

    @Test
    void without_an_endpoint_there_are_no_traces() {
        assertFalse(read(Map.of("OTEL_TRACES_SAMPLER", "always_on")).on());
        assertFalse(read(Map.of()).on());
    }

    @Test
    void an_endpoint_turns_them_on_and_the_standard_switch_off() {
        assertTrue(read(ENDPOINT).on());
        assertFalse(read(with("OTEL_SDK_DISABLED", "true")).on());
    }

    @Test
    void a_program_has_its_own_name_unless_another_is_given() {
        assertEquals("service-app", read(ENDPOINT).properties().get("otel.service.name"));
        assertEquals("ads", read(with("OTEL_SERVICE_NAME", "ads")).properties().get("otel.service.name"));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318",
        "OTEL_EXPORTER_OTLP_ENDPOINT, http://user:hidden@collector",
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc",
        "OTEL_EXPORTER_OTLP_HEADERS, hidden",
        "OTEL_RESOURCE_ATTRIBUTES, hidden",
        "OTEL_TRACES_SAMPLER, sometimes",
        "OTEL_TRACES_SAMPLER_ARG, 1.5",
        "OTEL_SDK_DISABLED, maybe"
    })
    void a_value_that_cannot_be_used_is_named_with_its_form_and_no_secret(String name, String value) {
        Environment environment = Environment.of(with(name, value));

        TraceSettings.read(environment, "service-app");

        assertEquals(1, environment.complaints().size(), environment.complaints()::toString);
        assertTrue(environment.complaints().get(0).startsWith(name), environment.complaints()::toString);
        assertFalse(environment.complaints().get(0).contains("hidden"), environment.complaints()::toString);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> values = new java.util.HashMap<>(ENDPOINT);
        values.put(name, value);
        return values;
    }

    private static TraceSettings read(Map<String, String> values) {
        Environment environment = Environment.of(values);
        TraceSettings settings = TraceSettings.read(environment, "service-app");
        environment.refuse();
        return settings;
    }
}
