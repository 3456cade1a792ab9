package dev.tailback.localorg.org;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.CommitLog;
import dev.tailback.localorg.rows.Locks;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Store;
import dev.tailback.localorg.save.Circumstances;
import dev.tailback.localorg.save.DeleteRecords;
import dev.tailback.localorg.save.SaveRecords;
import dev.tailback.localorg.soql.Reader;
import dev.tailback.localorg.soql.Soql;
import dev.tailback.localorg.switches.Switches;
import dev.tailback.localorg.users.FirstRows;
import dev.tailback.localorg.users.User;
import dev.tailback.localorg.users.Users;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A schema brought to life: rows, people, and what may be done with them. */
public final class Org {

    private final Schema schema;
    private final Formulas formulas;
    private final Store store;
    private final Locks locks;
    private final Users users;
    private final Soql soql;
    private final SaveRecords save;
    private final DeleteRecords delete;
    private final Circumstances circumstances;
    private final UnaryOperator<String> usernames;
    private final FirstRows firstRows;
    private final SchemaAge age;
    private final Object lifetime;

    /**
     * @param usernames makes a user name of a person's word
     */
    public Org(Schema schema, Locks locks, Circumstances circumstances, UnaryOperator<String> usernames) {
        this(schema, locks, circumstances, usernames, Optional.empty(), (object, field) -> field);
    }

    private Org(
            Schema schema,
            Locks locks,
            Circumstances circumstances,
            UnaryOperator<String> usernames,
            Optional<Org> before,
            BinaryOperator<String> namesNow) {
        this.schema = schema;
        this.formulas = new Formulas(schema);
        this.locks = locks;
        this.circumstances = circumstances;
        this.usernames = usernames;
        this.age = before.map(old -> old.age.changedTo(schema, now())).orElseGet(() -> SchemaAge.of(schema, now()));
        this.lifetime = before.map(old -> old.lifetime).orElseGet(Object::new);
        this.store = new Store(schema, locks);
        before.ifPresent(old -> store.goOnFrom(old.store, namesNow));
        this.firstRows = new FirstRows(
                schema, now(), usernames, before.map(old -> old.firstRows.ids()).orElse(Map.of()));
        this.users = firstRows.write(store);
        this.soql = new Soql(schema);
        this.save = new SaveRecords(schema, formulas, circumstances);
        this.delete = new DeleteRecords(schema, formulas, circumstances);
    }

    /** From now on every commit is told to the log before anyone sees it. */
    public void logTo(CommitLog log) {
        store.logTo(log);
    }

    public Schema schema() {
        return schema;
    }

    public Formulas formulas() {
        return formulas;
    }

    /** Valid metadata that this org does not execute, one sentence each. */
    public List<String> notExecuted() {
        List<String> all = new ArrayList<>(schema.notExecuted());
        all.addAll(formulas.notExecuted());
        return List.copyOf(all);
    }

    public Store store() {
        return store;
    }

    public Locks locks() {
        return locks;
    }

    public Switches switches() {
        return circumstances.switches();
    }

    public Users users() {
        return users;
    }

    public Soql soql() {
        return soql;
    }

    public SaveRecords save() {
        return save;
    }

    public DeleteRecords delete() {
        return delete;
    }

    public Reader reader(Snapshot snapshot, User user) {
        return new Reader(snapshot, formulas, user, now());
    }

    /**
     * The same org under another schema: its people and its metadata, and no other row yet. Ids and numbers go on.
     *
     * @param namesNow of an object (first argument) what a field of that name (second) is called now
     */
    public Org under(Schema next, BinaryOperator<String> namesNow) {
        return new Org(next, locks, circumstances, usernames, Optional.of(this), namesNow);
    }

    /** The same thing for an org under all its schemas; another one after a reset. */
    public Object lifetime() {
        return lifetime;
    }

    /** When its schema changed last. */
    public Instant since() {
        return age.changed();
    }

    /** When the description of an object changed last. */
    public Instant since(ObjectType type) {
        return age.changed(type);
    }

    public Instant now() {
        return circumstances.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
