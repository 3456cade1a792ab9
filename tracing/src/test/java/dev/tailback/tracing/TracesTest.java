package dev.tailback.tracing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tailback.testkit.OtlpReceiver;
import dev.tailback.testkit.OtlpReceiver.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Spans as a real receiver gets them. */
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final List<Traces> opened = new ArrayList<>();

    @AfterEach
    void end() {
        opened.forEach(Traces::close);
        receiver.close();
    }

    @Test
    void a_request_takes_over_the_trace_it_came_with_and_what_is_done_in_it_belongs_to_it() {
        Traces traces = traces(Map.of());

        String sent = served(
                traces,
                Optional.of(TRACEPARENT),
                () -> Step.calling("call", step -> Step.traceparent().orElseThrow()));

        Received request = received("request");
        Received call = received("call");
        assertEquals(TRACE, request.trace());
        assertEquals(SPAN, request.parent());
        assertEquals(request.span(), call.parent());
        assertEquals("00-" + TRACE + "-" + call.span() + "-01", sent);
        assertEquals("tests", request.service());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX-Evil: 1",
                "00-' or 1=1; drop table ad; --ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void a_hostile_traceparent_begins_a_trace_of_our_own(String hostile) {
        served(traces(Map.of()), Optional.of(hostile), () -> "");

        Received request = received("request");
        assertEquals("", request.parent());
        assertNotEquals(TRACE, request.trace());
    }

    @Test
    void a_traceparent_without_end_begins_a_trace_of_our_own() {
        served(traces(Map.of()), Optional.of(TRACEPARENT + "-" + "a".repeat(1_000_000)), () -> "");

        assertEquals("", received("request").parent());
    }

    @Test
    void a_log_line_names_the_trace_only_while_the_step_goes_on() {
        String named = served(traces(Map.of()), Optional.of(TRACEPARENT), () -> MDC.get("traceId"));

        assertEquals(TRACE, named);
        assertEquals(null, MDC.get("traceId"));
    }

    @Test
    void a_step_on_another_thread_belongs_to_the_same_trace() {
        served(traces(Map.of()), Optional.of(TRACEPARENT), () -> {
            Callable<String> carried = Step.carried(() -> Step.in("elsewhere", step -> "done"));
            var thread = Executors.newSingleThreadExecutor();
            try {
                return thread.submit(carried).get();
            } finally {
                thread.shutdown();
            }
        });

        assertEquals(TRACE, received("elsewhere").trace());
    }

    @Test
    void without_a_sample_no_trace_leaves_and_no_header_is_sent() {
        Traces traces = traces(Map.of("otel.traces.sampler", "always_off"));

        Optional<String> header =
                served(traces, Optional.of(TRACEPARENT), () -> Step.in("inner", step -> Step.traceparent()));
        traces.close();

        assertEquals(Optional.empty(), header);
        assertEquals(0, receiver.calls());
    }

    @Test
    void without_an_endpoint_there_is_nothing_but_the_work() throws Exception {
        Traces traces = Traces.of(TraceSettings.OFF);
        List<String> done = new ArrayList<>();

        traces.tell("told", Optional.of(TRACEPARENT), Instant.now(), step -> done.add("told"));
        traces.batch("batch", List.of(TRACEPARENT), step -> done.add("batch"));
        Step.in("step", step -> done.add("step " + Step.traceparent()));

        assertFalse(traces.on());
        assertEquals(List.of("told", "batch", "step Optional.empty"), done);
    }

    @Test
    void a_batch_of_one_trace_belongs_to_it() {
        traces(Map.of()).batch("batch", List.of(TRACEPARENT, TRACEPARENT), step -> step);

        Received batch = received("batch");
        assertEquals(TRACE, batch.trace());
        assertEquals(SPAN, batch.parent());
    }

    @Test
    void a_batch_of_many_traces_links_to_a_hundred_at_most() {
        List<String> many = IntStream.rangeClosed(1, 300)
                .mapToObj(number -> String.format("00-%032x-%016x-01", number, number))
                .toList();

        traces(Map.of()).batch("batch", many, step -> step);

        Received batch = received("batch");
        assertEquals("", batch.parent());
        assertEquals(100, batch.links().size());
        assertEquals("0000000000000001", batch.links().get(0));
    }

    @Test
    void what_is_told_of_a_record_stands_in_its_own_trace() {
        traces(Map.of()).tell("told", Optional.of(TRACEPARENT), Instant.now(), step -> step.with("entry.id", "e"));

        Received told = received("told");
        assertEquals(SPAN, told.parent());
        assertEquals("e", told.attributes().get("entry.id"));
    }

    @Test
    void work_never_waits_for_a_receiver_that_hangs() {
        receiver.hang();
        Traces traces = traces(Map.of());

        for (int i = 0; i < 20_000; i++) {
            served(traces, Optional.empty(), () -> "");
        }

        await().atMost(LONG).until(() -> receiver.calls() > 0);
        assertEquals(List.of(), receiver.spans(), "the receiver has let nothing pass, and all the work is done");
    }

    @Test
    void a_receiver_that_is_away_is_told_once_and_so_is_its_return() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(WatchedExporter.class);
        logger.addAppender(log);
        try {
            receiver.answer(400);
            Traces traces = traces(Map.of());
            await().atMost(LONG).until(() -> {
                served(traces, Optional.empty(), () -> "");
                return receiver.calls() > 3;
            });
            receiver.answer(200);
            await().atMost(LONG).until(() -> {
                served(traces, Optional.empty(), () -> "");
                return log.list.size() > 1 && receiver.spans().size() > 3;
            });

            List<String> lines =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertEquals(2, lines.size(), lines::toString);
            assertTrue(lines.get(0).startsWith("Traces cannot be sent"), lines::toString);
            assertEquals("Traces are sent again", lines.get(1));
        } finally {
            logger.detachAppender(log);
        }
    }

    private static <T> T served(Traces traces, Optional<String> traceparent, Callable<T> work) {
        Step request = traces.serve("request", traceparent);
        try (Step.Entered entered = request.enter()) {
            assertFalse(entered == null);
            return work.call();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            request.end();
        }
    }

    private Traces traces(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("otel.exporter.otlp.endpoint", receiver.address().toString());
        properties.put("otel.service.name", "tests");
        properties.put("otel.bsp.schedule.delay", "20");
        Traces traces = Traces.of(new TraceSettings(properties));
        opened.add(traces);
        return traces;
    }

    private Received received(String name) {
        await().atMost(LONG)
                .until(() ->
                        receiver.spans().stream().anyMatch(span -> span.name().equals(name)));
        return receiver.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
