package dev.tailback.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void all_complaints_are_made_at_once_and_each_only_once() {
        Environment environment = Environment.of(Map.of("WORKER_LEASE", "soon", "TAILBACK_DEMO", "maybe"));
        environment.required(Variable.REDIS_URI, "set it to redis://host:6379");
        environment.duration(Variable.WORKER_LEASE, SECOND, SECOND, DAY);
        environment.flag(Variable.TAILBACK_DEMO, false);
        environment.flag(Variable.TAILBACK_DEMO, false);

        CannotStart refused = assertThrows(CannotStart.class, environment::refuse);

        assertEquals(2, refused.exitCode());
        assertEquals(
                List.of(
                        "REDIS_URI is not set: set it to redis://host:6379.",
                        "WORKER_LEASE is 'soon': write it as 250ms, 90s, 15m or 2h.",
                        "TAILBACK_DEMO is 'maybe': set it to true or false."),
                refused.sentences());
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "90s, PT1M30S",
        "90 s, PT1M30S",
        "15m, PT15M",
        "2h, PT2H",
        "7d, PT168H",
        "PT2H, PT2H",
    })
    void every_program_takes_every_form_of_a_duration(String written, Duration meant) {
        Environment environment = Environment.of(Map.of("RELAY_SWEEP_EVERY", written));

        assertEquals(
                meant,
                environment.duration(Variable.RELAY_SWEEP_EVERY, SECOND, Duration.ofMillis(1), Duration.ofDays(9)));
        assertEquals(meant.toString(), environment.inOneForm().get("RELAY_SWEEP_EVERY"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Variable.Form.class,
            names = {"COUNT", "FLAG", "DURATION"})
    void no_value_with_a_form_takes_another(Variable.Form form) {
        for (Variable variable : Variable.values()) {
            Environment environment = Environment.of(Map.of(variable.name(), "perhaps"));
            environment.inOneForm();
            boolean refused = environment.complaints().size() == 1;
            assertTrue(refused || variable.form() != form, variable::name);
        }
    }

    @Test
    void a_value_out_of_range_is_named_with_its_range() {
        Environment environment = Environment.of(Map.of("HTTP_BODY_WITHIN", "2h", "HTTP_BODY_MEMORY", "3"));

        assertEquals(SECOND, environment.duration(Variable.HTTP_BODY_WITHIN, SECOND, SECOND, Duration.ofHours(1)));
        assertEquals(8, environment.count(Variable.HTTP_BODY_MEMORY, 8, 4, 100));

        assertEquals(
                List.of(
                        "HTTP_BODY_WITHIN is '2h': set it to 1s to 60m, written as 250ms, 90s, 15m or 2h.",
                        "HTTP_BODY_MEMORY is '3': set it to a number from 4 to 100."),
                environment.complaints());
    }

    @Test
    void what_a_program_of_ours_reads_is_known_by_its_first_word() {
        for (Variable variable : Variable.values()) {
            assertTrue(Variable.isOurs(variable.name()), variable::name);
        }
        assertTrue(Variable.isOurs("MICRONAUT_SERVER_SSL_ENABLED"));
        assertTrue(!Variable.isOurs("PATH") && !Variable.isOurs("JAVA_HOME"));
    }
}
