package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Reference;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.users.User;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves rows to the recycle bin with all their details. A row's own rules do not run; its masters are brought up to
 * date and may refuse. Details that go with their master start nothing of their own.
 */
public final class DeleteRecords {

    private static final SaveError DELETED = new SaveError("ENTITY_IS_DELETED", "entity is deleted");

    private final Schema schema;
    private final LockRows locks;
    private final RollUps rollUps;
    private final StatusChange statusChange = new StatusChange();
    private final Clock clock;

    public DeleteRecords(Schema schema, Formulas formulas, Circumstances circumstances) {
        this.schema = schema;
        this.locks = new LockRows(schema, circumstances);
        this.rollUps = new RollUps(
                schema, formulas, new RuleChecks(formulas, circumstances.switches()), circumstances.switches());
        this.clock = circumstances.clock();
    }

    /** One result for each id, in order. A row that is refused stays with all its details. */
    public List<SaveResult> delete(Transaction transaction, User user, List<String> ids) {
        Moment moment = new Moment(transaction, user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return ids.stream().map(id -> delete(id, moment)).toList();
    }

    private SaveResult delete(String id, Moment moment) {
        Optional<Row> row = moment.transaction().findAny(id);
        if (row.isEmpty()) {
            return failed(id, List.of(SaveError.on("INVALID_CROSS_REFERENCE_KEY", "Id", "invalid cross reference id")));
        }
        List<SaveError> refusal = refusal(row.get(), moment.user());
        return refusal.isEmpty() ? deleteLocked(row.get(), moment) : failed(id, refusal);
    }

    private static SaveResult failed(String id, List<SaveError> errors) {
        return new SaveResult(Optional.of(id), false, List.copyOf(errors));
    }

    private List<SaveError> refusal(Row row, User user) {
        if (row.isDeleted()) {
            return List.of(DELETED);
        }
        if (!user.access().to(row.type()).delete()) {
            return List.of(new SaveError("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"));
        }
        return statusChange.refusalToDelete(row);
    }

    private SaveResult deleteLocked(Row row, Moment moment) {
        Set<String> held = locks.lockRows(moment.transaction(), List.of(row.id()));
        if (!held.isEmpty()) {
            return failed(row.id(), List.of(LockRows.rowBusy(List.copyOf(held))));
        }
        Optional<Row> there = moment.transaction().find(row.id());
        if (there.isEmpty()) {
            // Another transaction deleted it while this one waited.
            return failed(row.id(), List.of(DELETED));
        }
        Map<String, Row> mark = moment.transaction().mark();
        Item item = new Item(row.type());
        item.isFor(row.id());
        List<Row> gone = new ArrayList<>();
        remove(there.get(), item, gone, moment);
        gone.forEach(deleted -> follow(deleted, item, moment));
        if (item.failed()) {
            moment.transaction().backTo(mark);
        }
        return failed(row.id(), item.errors());
    }

    private void follow(Row before, Item item, Moment moment) {
        Row after = moment.transaction().findAny(before.id()).orElseThrow();
        rollUps.follow(
                before.type(),
                List.of(new RollUps.Caused(new Change(Optional.of(before), after), List.of(item))),
                moment);
    }

    private void remove(Row row, Item item, List<Row> gone, Moment moment) {
        gone.add(row);
        Object[] values = row.copy();
        values[SystemFields.IS_DELETED] = true;
        values[SystemFields.LAST_MODIFIED_DATE] = moment.now();
        values[SystemFields.LAST_MODIFIED_BY] = moment.user().id();
        values[SystemFields.SYSTEM_MODSTAMP] = moment.now();
        moment.transaction().write(new Row(row.type(), values));
        for (Field reference : schema.referencesTo(row.type())) {
            if (!reference.name().endsWith("ById")) {
                moment.transaction()
                        .children(reference, row.id())
                        .forEach(child -> leave(child, reference, item, gone, moment));
            }
        }
    }

    private void leave(Row child, Field reference, Item item, List<Row> gone, Moment moment) {
        Reference.OnDelete onDelete = reference.reference().orElseThrow().onDelete();
        boolean needed = reference.constraints().required();
        switch (onDelete) {
            case GO_WITH_MASTER, CASCADE -> remove(child, item, gone, moment);
            case RESTRICT -> restrict(child, item);
            case CLEAR -> {
                if (needed) {
                    restrict(child, item);
                } else {
                    clear(child, reference, moment);
                }
            }
        }
    }

    private static void restrict(Row child, Item item) {
        ObjectType type = child.type();
        item.fail(new SaveError(
                "DELETE_FAILED",
                "Your attempt to delete " + item.id()
                        + " could not be completed because it is associated with the following " + type.pluralLabel()
                        + ": " + child.id()));
    }

    private static void clear(Row child, Field reference, Moment moment) {
        Object[] values = child.copy();
        values[reference.index()] = null;
        values[SystemFields.SYSTEM_MODSTAMP] = moment.now();
        moment.transaction().write(new Row(child.type(), values));
    }
}
