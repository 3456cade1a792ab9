package dev.tailback.app.outcomes;

import dev.tailback.app.drift.SchemaSmells;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.EntryRows.EntryTrace;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.tracing.Step;
import dev.tailback.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells monitoring, the log, the entries' traces and the watch over the schema which outcomes were written into the ledger. */
@Singleton
class OutcomeReports {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeReports.class);

    private final EntryRows entries;
    private final Traces traces;
    private final Clock clock;
    private final MeterRegistry registry;
    private final SchemaSmells smells;

    OutcomeReports(EntryRows entries, Traces traces, Clock clock, MeterRegistry registry, SchemaSmells smells) {
        this.entries = entries;
        this.traces = traces;
        this.clock = clock;
        this.registry = registry;
        this.smells = smells;
        // A kind that has not come yet counts zero.
        Stream.of(OutcomeKind.values()).forEach(this::counter);
    }

    /** The registry knows each after the first time. */
    private Counter counter(OutcomeKind kind) {
        return Counter.builder("tailback.outcomes.applied")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .description("Answers of Salesforce written into the ledger, repetitions included")
                .register(registry);
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * @param fates what became of each, in the same order
     * @param since when the writing began
     */
    void applied(List<Outcome> outcomes, List<String> fates, Instant since) {
        Map<UUID, EntryTrace> followed = traces.on() ? followed(outcomes) : Map.of();
        for (int index = 0; index < outcomes.size(); index++) {
            Outcome outcome = outcomes.get(index);
            String fate = fates.get(index);
            counter(outcome.kind()).increment();
            outcome.code().ifPresent(smells::hear);
            Optional<String> trace = Optional.ofNullable(followed.get(outcome.entryId()))
                    .filter(of -> of.version() == outcome.version())
                    .map(EntryTrace::trace);
            traces.tell("outcome written", trace, since, step -> {
                describe(step, outcome);
                log(outcome, fate);
            });
        }
    }

    private Map<UUID, EntryTrace> followed(List<Outcome> outcomes) {
        List<UUID> ids = outcomes.stream().map(Outcome::entryId).distinct().toList();
        return entries.tracesOf(ids).stream().collect(Collectors.toMap(EntryTrace::id, trace -> trace));
    }

    /** It cannot be stored, now or later. */
    void leftOut(Outcome outcome, RuntimeException failure) {
        about(LOG.atError(), outcome)
                .setCause(failure)
                .log(
                        "Entry {} of contract {}: the outcome of version {} cannot be stored and is left out; it will be asked for again",
                        outcome.entryId(),
                        outcome.group(),
                        outcome.version());
    }

    private static void describe(Step step, Outcome outcome) {
        step.with("entry.id", outcome.entryId().toString())
                .with("contract.id", outcome.group())
                .with("entry.version", outcome.version())
                .with("outcome.kind", outcome.kind().name());
        outcome.code().ifPresent(code -> step.with("code", code));
    }

    /** The ids are fields of their own where the log is JSON. */
    private static LoggingEventBuilder about(LoggingEventBuilder line, Outcome outcome) {
        return line.addKeyValue("entryId", outcome.entryId()).addKeyValue("contractId", outcome.group());
    }

    private static void log(Outcome outcome, String fate) {
        about(LOG.atInfo(), outcome)
                .log(
                        "Entry {} of contract {}: version {} {}{}",
                        outcome.entryId(),
                        outcome.group(),
                        outcome.version(),
                        fate,
                        outcome.code().map(code -> " (" + code + ")").orElse(""));
    }
}
