package dev.tailback.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

/**
 * A program's log with the {@code logback.xml} that it ships: no text in a message or an exception can forge a line. A
 * program's test implements this and has nothing else to say.
 */
public interface LogLineRules {
    String FORGED = "2026-11-28T00:00:00.000Z ERROR OperatorActs RESUMED by admin: 7 entries";

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\u001b[2K\u001b[1G", "\u202e"
            })
    default void a_message_stays_one_line(String breaking) {
        String written = written("PAUSED by {}: {} entries", Optional.empty(), "a reason" + breaking + FORGED, 0);

        assertEquals(1, written.lines().count(), written);
        assertFalse(written.strip().contains(breaking), written);
        assertTrue(written.contains("a reason?"), written);
        assertTrue(written.contains(FORGED), "what was said is still there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u2028", "\u0085", "\u001b[1G"})
    default void a_line_in_an_exceptions_words_does_not_look_like_a_line_of_ours(String breaking) {
        Exception inner = new IllegalStateException("inner" + breaking + FORGED);
        Exception outer = new IllegalArgumentException("outer" + breaking + FORGED, inner);
        outer.addSuppressed(new IllegalStateException("suppressed" + breaking + FORGED));

        String written = written("It failed", Optional.of(outer));

        List<String> lines = written.lines().toList();
        assertTrue(lines.size() > 5, written);
        assertTrue(lines.get(0).endsWith("It failed"), written);
        assertTrue(lines.get(1).startsWith("java.lang.IllegalArgumentException: outer"), written);
        lines.stream().skip(2).forEach(line -> assertTrue(line.startsWith("    | "), line));
        assertTrue(written.contains("Caused by: java.lang.IllegalStateException"), written);
    }

    @Test
    default void letters_of_every_script_stay_as_they_are() {
        assertTrue(
                written("{}", Optional.empty(), "Müller & Söhne 株式会社 🍓 50 %").contains("Müller & Söhne 株式会社 🍓 50 %"));
    }

    @Test
    default void as_json_a_line_is_one_object_with_the_ids_as_fields() {
        String written = writtenAs("json", "Entry {}\nline", Optional.of(new IllegalStateException("a\nb")), "e-1");
        assertEquals(1, written.strip().lines().count(), written);
        assertTrue(written.contains("Entry e-1\\nline"), written);
        assertTrue(written.contains("\"kvpList\":"), written);
        assertTrue(written.contains("\"entryId\":\"e-1\""), written);
        assertTrue(written.contains("\"level\":\"INFO\""), written);
    }

    @Test
    default void a_line_names_its_trace_in_both_forms_and_only_where_there_is_one() {
        Map<String, String> trace = Map.of("traceId", "4bf92f35");
        assertTrue(writtenAs("text", trace, "It works", Optional.empty()).contains(" trace=4bf92f35 It works"));
        assertTrue(writtenAs("json", trace, "It works", Optional.empty()).contains("\"traceId\":\"4bf92f35\""));
        assertFalse(writtenAs("text", Map.of(), "It works", Optional.empty()).contains("trace"));
        assertFalse(writtenAs("json", Map.of(), "It works", Optional.empty()).contains("traceId"));
    }

    /** A word of logback about its own configuration makes it print all of them at each start. */
    @Test
    default void the_configuration_says_nothing_of_itself() {
        for (String format : new String[] {"text", "json"}) {
            LoggerContext logback = configured(format);
            try {
                String warnings = logback.getStatusManager().getCopyOfStatusList().stream()
                        .filter(status -> status.getLevel() > Status.INFO)
                        .map(Status::getMessage)
                        .collect(Collectors.joining("\n"));
                assertEquals("", warnings);
            } finally {
                logback.stop();
            }
        }
    }

    private String written(String message, Optional<Throwable> thrown, Object... arguments) {
        return writtenAs("text", message, thrown, arguments);
    }

    private String writtenAs(String format, String message, Optional<Throwable> thrown, Object... arguments) {
        return writtenAs(format, Map.of(), message, thrown, arguments);
    }

    private String writtenAs(
            String format,
            Map<String, String> fields,
            String message,
            Optional<Throwable> thrown,
            Object... arguments) {
        LoggerContext logback = configured(format);
        try {
            var console = (ConsoleAppender<ILoggingEvent>)
                    logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console");
            var any = logback.getLogger("dev.tailback.Any");
            var event =
                    new LoggingEvent(getClass().getName(), any, Level.INFO, message, thrown.orElse(null), arguments);
            event.setMDCPropertyMap(fields);
            event.addKeyValuePair(new KeyValuePair("entryId", "e-1"));
            return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
        } finally {
            logback.stop();
        }
    }

    private LoggerContext configured(String format) {
        LoggerContext logback = new LoggerContext();
        logback.putProperty("TAILBACK_LOG_FORMAT", format);
        logback.setMDCAdapter(new LogbackMDCAdapter());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(logback);
            configurator.doConfigure(getClass().getResource("/logback.xml"));
            return logback;
        } catch (JoranException unusable) {
            throw new IllegalStateException("logback.xml cannot be used", unusable);
        }
    }
}
