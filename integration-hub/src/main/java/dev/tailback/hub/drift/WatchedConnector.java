package dev.tailback.hub.drift;

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
import dev.tailback.hub.connections.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks for nothing that is stopped. A question that is refused because of a field that went is asked again without it. A
 * field that is suddenly empty is believed only after a look at the schema: some CRMs tell a field that went as an empty
 * one, and it would be taken for emptied by people.
 */
record WatchedConnector(Connection connection, WatchSchemas watch, Stops stops) implements Connector {

    private static final Duration STOPPED = Duration.ofMinutes(1);

    @Override
    public Answer<Identity> authenticate() {
        return connector().authenticate();
    }

    @Override
    public Answer<Described> schema() {
        return connector().schema();
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        String object = asked.object();
        return mended(object, () -> connector().changes(without(object).asked(asked)))
                .flatMap(page -> believed(
                        object, page, changed(page), known -> without(object).page(known)));
    }

    private static List<SourceRecord> changed(ChangePage page) {
        return page.changes().stream()
                .flatMap(change -> change.<Stream<SourceRecord>>fold(
                        changed -> Stream.of(changed.record()), deleted -> Stream.empty(), merged -> Stream.empty()))
                .toList();
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        String object = asked.object();
        return mended(object, () -> connector().read(without(object).asked(asked)))
                .flatMap(records -> believed(
                        object,
                        records,
                        records,
                        known -> known.stream().map(without(object)::record).toList()));
    }

    private <T> Answer<T> mended(String object, Supplier<Answer<T>> question) {
        Answer<T> answer = stopped(object, question);
        boolean isOther = answer.fold(
                given -> false,
                refused ->
                        smells(object, refused.code(), refused.reason(), Optional.empty()) && watch.smelled(connection),
                unavailable -> false);
        return isOther ? stopped(object, question) : answer;
    }

    private <T> Answer<T> believed(String object, T told, List<SourceRecord> records, Function<T, T> known) {
        return watch.emptied(connection.crm(), object, records).isEmpty()
                ? new Answer.Given<>(told)
                : watch.look(connection).map(changed -> known.apply(told));
    }

    /** A conflict that only says that a field is empty says nothing before the schema was looked at. */
    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        Answer<List<Written>> answer = stopped(object, () -> connector().write(object, writes));
        return answer.fold(
                written -> new Answer.Given<>(noticed(object, written)),
                refused -> {
                    if (smells(object, refused.code(), refused.reason(), Optional.empty())) {
                        watch.smelled(connection);
                    }
                    return refused;
                },
                unavailable -> unavailable);
    }

    private List<Written> noticed(String object, List<Written> written) {
        List<SourceRecord> conflicts =
                written.stream().flatMap(WatchedConnector::conflict).toList();
        List<String> emptied = watch.emptied(connection.crm(), object, conflicts);
        if (!emptied.isEmpty() || written.stream().anyMatch(one -> smells(object, one))) {
            watch.smelled(connection);
        }
        return written.stream().map(new Without(emptied)::written).toList();
    }

    private static Stream<SourceRecord> conflict(Written written) {
        return written.fold(
                accepted -> Stream.empty(),
                refused -> Stream.empty(),
                conflict -> Stream.of(conflict.holds()),
                gone -> Stream.empty(),
                unknown -> Stream.empty());
    }

    private boolean smells(String object, Written written) {
        return written.fold(
                accepted -> false,
                refused -> !refused.isForNow() && smells(object, refused.code(), refused.reason(), refused.field()),
                conflict -> false,
                gone -> false,
                unknown -> false);
    }

    private boolean smells(String object, String code, String reason, Optional<String> field) {
        return connection
                .object(object)
                .filter(mapped -> Smell.of(mapped, code, reason, field))
                .isPresent();
    }

    private <T> Answer<T> stopped(String object, Supplier<Answer<T>> call) {
        return stops.ofObject(connection.crm(), object)
                .<Answer<T>>map(
                        stop -> new Answer.Unavailable<>("OBJECT_STOPPED", stop.sentence(), Optional.of(STOPPED)))
                .orElseGet(call);
    }

    private Without without(String object) {
        return new Without(stops.unasked(connection.crm(), object));
    }

    private Connector connector() {
        return connection.connector();
    }

    @Override
    public int mostWrites() {
        return connector().mostWrites();
    }

    @Override
    public int mostUpserts() {
        return connector().mostUpserts();
    }

    @Override
    public Allowance allowance() {
        return connector().allowance();
    }

    @Override
    public OptionalLong sent() {
        return connector().sent();
    }

    @Override
    public void close() {
        connector().close();
    }
}
