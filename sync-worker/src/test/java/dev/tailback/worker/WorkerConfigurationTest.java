package dev.tailback.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import dev.tailback.worker.pace.PaceSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerConfigurationTest {
    private static final Map<String, String> GOOD = Map.of(
            "REDIS_URI", "redis://127.0.0.1:6379",
            "SALESFORCE_LOGIN_URL", "https://acme.my.salesforce.com",
            "SALESFORCE_CLIENT_ID", "tailback",
            "SALESFORCE_CLIENT_SECRET", "secret");

    @Test
    void the_defaults_are_the_stated_ones() {
        WorkerSettings settings = WorkerConfiguration.read(Environment.of(GOOD)).settings();

        assertEquals(new PaceSettings(Duration.ofMinutes(1), 1, 20), settings.pace());
        assertEquals(200, settings.drain().batchSize());
        assertEquals(Duration.ofSeconds(90), settings.drain().lease());
        assertEquals(Duration.ofSeconds(20), settings.drain().stopWithin());
        assertEquals(10, settings.retry().limit());
        assertEquals(0.9, settings.outage().quotaShare());
    }

    @Test
    void every_setting_can_be_told() {
        Map<String, String> variables = with(Map.of(
                "WORKER_CALLS_IN_FLIGHT", "16",
                "WORKER_BATCH_SIZE", "50",
                "WORKER_LEASE", "2m",
                "WORKER_STOP_WITHIN", "5 s",
                "WORKER_RETRY_LIMIT", "3",
                "WORKER_FIRST_RETRY", "250ms",
                "WORKER_LONGEST_RETRY", "1h",
                "WORKER_QUOTA_SHARE", "0.5"));
        variables.put("WORKER_LONGEST_PROBE_WAIT", "5s");
        variables.put("WORKER_QUOTA_WAIT", "10m");
        variables.put("WORKER_REPORT_WITHIN", "90s");
        variables.put("WORKER_BULK_FROM", "5000");

        WorkerSettings settings =
                WorkerConfiguration.read(Environment.of(variables)).settings();

        assertEquals(new PaceSettings(Duration.ofSeconds(90), 16, 16), settings.pace());
        assertEquals(OptionalLong.of(5_000), settings.bulk().from());
        assertEquals(50, settings.drain().batchSize());
        assertEquals(Duration.ofMinutes(2), settings.drain().lease());
        assertEquals(Duration.ofSeconds(5), settings.drain().stopWithin());
        assertEquals(3, settings.retry().limit());
        assertEquals(Duration.ofMillis(250), settings.retry().first());
        assertEquals(Duration.ofHours(1), settings.retry().longest());
        assertEquals(0.5, settings.outage().quotaShare());
        assertEquals(Duration.ofSeconds(5), settings.outage().longestWait());
        assertEquals(Duration.ofMinutes(10), settings.outage().quotaWait());
    }

    @Test
    void two_numbers_bound_the_calls_at_one_time() {
        WorkerSettings settings = WorkerConfiguration.read(
                        Environment.of(with(Map.of("WORKER_CALLS_IN_FLIGHT", "2-8"))))
                .settings();

        assertEquals(2, settings.pace().leastInFlight());
        assertEquals(8, settings.pace().mostInFlight());
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        List<String> sentences = complaints(Map.of());

        assertEquals(4, sentences.size(), sentences::toString);
        assertTrue(sentences.get(0).startsWith("REDIS_URI is missing"), sentences::toString);
        assertTrue(sentences.get(1).startsWith("SALESFORCE_LOGIN_URL is missing"), sentences::toString);
        assertTrue(sentences.get(2).startsWith("SALESFORCE_CLIENT_ID is missing"), sentences::toString);
        assertTrue(sentences.get(3).startsWith("SALESFORCE_CLIENT_SECRET is missing"), sentences::toString);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            REDIS_URI | localhost
            SALESFORCE_LOGIN_URL | not a url
            SALESFORCE_API_VERSION | sixty
            SALESFORCE_PROXY_HOST | http://proxy:3128
            SALESFORCE_PROXY_PORT | 3128
            SALESFORCE_PROXY_USER | somebody
            WORKER_CALLS_IN_FLIGHT | 0
            WORKER_CALLS_IN_FLIGHT | 33
            WORKER_CALLS_IN_FLIGHT | four
            WORKER_CALLS_IN_FLIGHT | 8-2
            WORKER_CALLS_IN_FLIGHT | 1-33
            WORKER_CALLS_IN_FLIGHT | -4
            WORKER_CALLS_IN_FLIGHT | 1-
            WORKER_BULK_FROM | 9
            WORKER_BULK_FROM | on
            WORKER_REPORT_WITHIN | 500ms
            WORKER_REPORT_WITHIN | 2h
            WORKER_REPORT_WITHIN | soon
            WORKER_BATCH_SIZE | 201
            WORKER_LEASE | 30s
            WORKER_LEASE | a while
            WORKER_STOP_WITHIN | -1s
            WORKER_RETRY_LIMIT | 0
            WORKER_RETRY_LIMIT | 99999999999
            WORKER_FIRST_RETRY | 0s
            WORKER_FIRST_RETRY | 3h
            WORKER_LONGEST_RETRY | 10ms
            WORKER_QUOTA_SHARE | 0
            WORKER_QUOTA_SHARE | 1.5
            WORKER_QUOTA_SHARE | NaN
            WORKER_LONGEST_PROBE_WAIT | 10ms
            WORKER_LONGEST_PROBE_WAIT | soon
            WORKER_QUOTA_WAIT | 0s
            WORKER_METRICS_TOKEN | short
            WORKER_METRICS_TOKEN | 0123456789abcdef 123456789abcdef0
            HTTP_MOST_CONNECTIONS | 9
            HTTP_MOST_CONNECTIONS_PER_ADDRESS | -1
            HTTP_HEADERS_WITHIN | soon
            HTTP_BODY_WITHIN | 1ms
            HTTP_REQUEST_WITHIN | 2h
            HTTP_IDLE_WITHIN | 99999999s
            HTTP_BODY_MEMORY | 3
            """)
    void what_is_malformed_is_named_in_one_sentence(String name, String value) {
        List<String> sentences = complaints(with(Map.of(name, value)));

        assertEquals(1, sentences.size(), sentences::toString);
        assertTrue(sentences.get(0).startsWith(name + " "), sentences::toString);
    }

    private static List<String> complaints(Map<String, String> variables) {
        return assertThrows(CannotStart.class, () -> WorkerConfiguration.read(Environment.of(variables)))
                .sentences();
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(GOOD);
        variables.putAll(more);
        return variables;
    }
}
