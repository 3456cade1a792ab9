package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A master whose roll-ups are being brought up to date, and the items that caused it. */
final class MasterChange {

    private final Row before;
    private final Object[] values;
    private final Set<Item> causes = new LinkedHashSet<>();
    private final Set<RollUpField> lost = new LinkedHashSet<>();

    MasterChange(Row before) {
        this.before = before;
        this.values = before.copy();
    }

    Row before() {
        return before;
    }

    Set<Item> causes() {
        return causes;
    }

    void causedBy(Collection<Item> items) {
        causes.addAll(items);
    }

    /** The detail that set the mark is gone: all details are looked at again, once, when every change is known. */
    void lost(RollUpField field) {
        lost.add(field);
    }

    Set<RollUpField> lost() {
        return lost;
    }

    @Nullable
    Object value(RollUpField field) {
        return values[field.target().index()];
    }

    void add(RollUpField field, @Nullable Object amount, int sign) {
        BigDecimal number = (BigDecimal) amount;
        if (number != null) {
            BigDecimal now = value(field) instanceof BigDecimal counted ? counted : BigDecimal.ZERO;
            set(field, sign > 0 ? now.add(number) : now.subtract(number));
        }
    }

    void set(RollUpField field, @Nullable Object value) {
        values[field.target().index()] = value;
    }

    boolean changesSomething() {
        return !Arrays.equals(values, before.copy(), MasterChange::compare);
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
            return number.compareTo(second);
        }
        return Objects.equals(one, other) ? 0 : 1;
    }

    /** The master with what was set, and with the times it had. */
    Row recounted() {
        return new Row(before.type(), values.clone());
    }

    /**
     * The master's next version. Its stamp shows that a roll-up changed it.
     *
     * @param asLastChange whether it is also the last change of the one who saves
     */
    Row after(Moment moment, boolean asLastChange) {
        Object[] next = values.clone();
        if (asLastChange) {
            next[SystemFields.LAST_MODIFIED_DATE] = moment.now();
            next[SystemFields.LAST_MODIFIED_BY] = moment.user().id();
        }
        next[SystemFields.SYSTEM_MODSTAMP] = moment.now();
        return new Row(before.type(), next);
    }
}
