package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.LifeCycle;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.rows.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves a row through its life: it begins as a draft, an update activates it, and an active one does not go away, nor
 * back unless its object allows it. Object reference, page Contract; the texts of these errors are not confirmed by a real org.
 */
final class StatusChange {

    /** The row with what follows from its status; failures go to the item. */
    Row follow(Item item, Optional<Row> before, Row after, Moment moment) {
        return item.type()
                .lifeCycle()
                .map(lifeCycle -> follow(item, lifeCycle, before, after, moment))
                .orElse(after);
    }

    private Row follow(Item item, LifeCycle lifeCycle, Optional<Row> before, Row after, Moment moment) {
        Object status = value(after, lifeCycle.statusField());
        boolean wasActive = before.filter(row -> lifeCycle.isActivated(value(row, lifeCycle.statusField())))
                .isPresent();
        boolean goesBack = wasActive && !lifeCycle.isActivated(status) && !lifeCycle.mayReopen();
        if (before.isEmpty() && !lifeCycle.isDraft(status) || goesBack) {
            item.fail(SaveError.on(
                    "FIELD_INTEGRITY_EXCEPTION",
                    lifeCycle.statusField(),
                    "Choose a valid " + item.type().label().toLowerCase(Locale.ROOT)
                            + " status and save your changes. Ask your admin for details."));
        }
        return coded(lifeCycle, after, wasActive, moment);
    }

    private static Row coded(LifeCycle lifeCycle, Row after, boolean wasActive, Moment moment) {
        ObjectType type = after.type();
        Object[] values = after.copy();
        values[index(type, lifeCycle.codeField())] = lifeCycle.code(value(after, lifeCycle.statusField()));
        boolean active = lifeCycle.isActivated(value(after, lifeCycle.statusField()));
        if (active != wasActive) {
            values[index(type, lifeCycle.activatedDateField())] = active ? moment.now() : null;
            values[index(type, lifeCycle.activatedByField())] =
                    active ? moment.user().id() : null;
        }
        return new Row(type, values);
    }

    List<SaveError> refusalToDelete(Row row) {
        boolean active = row.type()
                .lifeCycle()
                .filter(lifeCycle -> lifeCycle.isActivated(value(row, lifeCycle.statusField())))
                .isPresent();
        return active
                ? List.of(new SaveError(
                        "DELETE_FAILED",
                        "An activated " + row.type().label().toLowerCase(Locale.ROOT) + " cannot be deleted."))
                : List.of();
    }

    private static @Nullable Object value(Row row, String field) {
        return row.value(index(row.type(), field));
    }

    private static int index(ObjectType type, String field) {
        return type.field(field).orElseThrow().index();
    }
}
