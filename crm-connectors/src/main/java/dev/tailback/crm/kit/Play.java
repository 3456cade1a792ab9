package dev.tailback.crm.kit;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check at work: a connector of its own, a person in the CRM, and records that nobody else's check has. */
final class Play implements AutoCloseable {

    private final Subject subject;
    private final String mark;
    private final Connector connector;
    private final Person person;
    private int records;

    Play(Subject subject, String mark) {
        this.subject = subject;
        this.mark = mark;
        this.connector = subject.connector().get();
        this.person = subject.person()
                .orElseGet(() ->
                        new PersonByConnector(connector, subject.playground().object()));
    }

    Subject subject() {
        return subject;
    }

    Playground ground() {
        return subject.playground();
    }

    Connector connector() {
        return connector;
    }

    Person person() {
        return person;
    }

    /** Everything that the kit reads of a record. */
    List<String> fields() {
        return List.of(ground().nameField(), ground().textField());
    }

    /** A word that no other record has. */
    String word() {
        records++;
        return "kit " + mark + " " + records;
    }

    Map<String, String> values(String text) {
        return ground().values(word(), text);
    }

    String key() {
        records++;
        return "kit-" + mark + "-" + records;
    }

    String keyField() {
        return ground().keyField().orElseThrow(() -> new NotTried("The object has no unique field to play with."));
    }

    ReadChanges changes() {
        return new ReadChanges(this, connector);
    }

    /** The same with a connector that knows nothing of the first. */
    ReadChanges changesAfterRestart() {
        return new ReadChanges(this, subject.connector().get());
    }

    Written write(Write write) {
        List<Written> all = given(connector.write(ground().object(), List.of(write)), "a write");
        require(all.size() == 1, "One record was written and " + all.size() + " answers came.");
        return all.get(0);
    }

    Write.Update update(String id, String from, String to) {
        return new Write.Update(id, Map.of(ground().textField(), to), Map.of(ground().textField(), from), version(id));
    }

    private Optional<String> version(String id) {
        return held(id).flatMap(SourceRecord::version);
    }

    /** What the CRM holds now; empty where it has no such record. */
    Optional<SourceRecord> held(String id) {
        Answer<List<SourceRecord>> answer = connector.read(new RecordsAsked(ground().object(), List.of(id), fields()));
        return given(answer, "a read").stream()
                .filter(record -> record.id().equals(id))
                .findFirst();
    }

    String text(String id) {
        return held(id).map(record -> record.values().getOrDefault(ground().textField(), "(not told)"))
                .orElse("(no record)");
    }

    /** The id, where the CRM took it. */
    static String accepted(Written written, String what) {
        return written.fold(
                Written.Accepted::id,
                refused -> failed(what + " was refused: " + refused.code() + ", " + refused.reason()),
                conflict -> failed(what + " was a conflict, though nothing else changed the record."),
                gone -> failed(what + " found no record, though it is there."),
                unknown -> failed(what + " has an unknown outcome: " + unknown.reason()));
    }

    static <T> T given(Answer<T> answer, String what) {
        return answer.fold(
                given -> given,
                refused -> failed(what + " was refused: " + refused.code() + ", " + refused.reason()),
                away -> failed(what + " had no answer: " + away.code() + ", " + away.reason()));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new NotHeld(otherwise);
        }
    }

    private static <T> T failed(String how) {
        throw new NotHeld(how.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + how.substring(1));
    }

    @Override
    public void close() {
        subject.relay().ifPresent(Relay::honest);
        subject.crmClock().ifPresent(MovableClock::go);
        connector.close();
    }
}
