package dev.tailback.localorg.org;

import dev.tailback.localorg.formula.Formulas;
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
    private final Instant since;

    /**
     * @param usernames makes a user name of a person's word
     */
    public Org(Schema schema, Locks locks, Circumstances circumstances, UnaryOperator<String> usernames) {
        this.schema = schema;
        this.formulas = new Formulas(schema);
        this.locks = locks;
        this.circumstances = circumstances;
        this.since = now();
        this.store = new Store(schema, locks);
        this.users = new FirstRows(schema, now(), usernames).write(store);
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

    /** When this schema was loaded; it has not changed since. */
    public Instant since() {
        return since;
    }

    public Instant now() {
        return circumstances.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
