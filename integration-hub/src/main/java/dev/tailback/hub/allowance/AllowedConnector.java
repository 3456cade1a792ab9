package dev.tailback.hub.allowance;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for a turn before each call, and tells what came of it. */
record AllowedConnector(String crm, Connector connector, Priority priority, Allowances allowances, CallCounts counts)
        implements Connector {

    @Override
    public Answer<Identity> authenticate() {
        return ask(priority, connector::authenticate);
    }

    @Override
    public Answer<Described> schema() {
        return ask(priority, connector::schema);
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        boolean isFirstReading = asked.since().isEmpty() && priority == Priority.LIVE;
        Priority whose = isFirstReading ? Priority.BACKFILL : priority;
        return ask(whose, () -> connector.changes(asked));
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return ask(priority, () -> connector.read(asked));
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        return turn(
                priority,
                () -> connector.write(object, writes),
                heard -> Lesson.ofWrite(
                        heard.answer(), connector.allowance(), Instant.now(counts.clock()), heard.calls()));
    }

    private <T> Answer<T> ask(Priority whose, Supplier<Answer<T>> call) {
        return turn(
                whose,
                call,
                heard -> Lesson.of(heard.answer(), connector.allowance(), Instant.now(counts.clock()), heard.calls()));
    }

    private record Heard<T>(Answer<T> answer, long calls) {}

    private <T> Answer<T> turn(Priority whose, Supplier<Answer<T>> call, Function<Heard<T>, Lesson> lesson) {
        return allowances
                .ask(crm, whose)
                .fold(
                        may -> called(may, call, lesson),
                        wait -> new Answer.Unavailable<>(wait.kind().name(), wait.reason(), Optional.of(wait.left())));
    }

    private <T> Answer<T> called(Turn.May may, Supplier<Answer<T>> call, Function<Heard<T>, Lesson> lesson) {
        Answer<T> answer = call.get();
        allowances.learn(may, lesson.apply(new Heard<>(answer, counts.since(connector))));
        return answer;
    }

    @Override
    public int mostWrites() {
        return connector.mostWrites();
    }

    @Override
    public int mostUpserts() {
        return connector.mostUpserts();
    }

    @Override
    public Allowance allowance() {
        return connector.allowance();
    }

    @Override
    public OptionalLong sent() {
        return connector.sent();
    }

    @Override
    public void close() {
        connector.close();
    }
}
