package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.Switches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings masters up to date after their details changed. Each changed master goes through its own save with its own
 * rules, and then its master likewise. Apex guide, order of execution, steps 16 and 17. A master's refusal fails every
 * record of the save that belongs to it.
 */
final class RollUps {

    /** A changed row and the items that changed it. */
    record Caused(Change change, Collection<Item> causes) {}

    private final Map<String, List<RollUpField>> byDetail = new HashMap<>();
    private final RuleChecks rules;
    private final Switches switches;

    RollUps(Schema schema, Formulas formulas, RuleChecks rules, Switches switches) {
        this.rules = rules;
        this.switches = switches;
        for (ObjectType type : schema.objects()) {
            byDetail.put(
                    type.name(),
                    schema.rollUpsOf(type).stream()
                            .map(field -> new RollUpField(field, schema, formulas))
                            .toList());
        }
    }

    /** Writes the masters' next versions into the transaction; refusals go to the items. */
    void follow(ObjectType detail, List<Caused> changes, Moment moment) {
        List<RollUpField> fields = byDetail.getOrDefault(detail.name(), List.of());
        if (fields.isEmpty() || changes.isEmpty()) {
            return;
        }
        Map<String, MasterChange> masters = new LinkedHashMap<>();
        changes.forEach(change -> fields.forEach(field -> apply(field, change, masters, moment)));
        Map<ObjectType, List<Caused>> above = new LinkedHashMap<>();
        masters.values()
                .forEach(master -> master.lost().forEach(field -> master.set(field, extreme(field, master, moment))));
        masters.values().stream().filter(MasterChange::changesSomething).forEach(master -> save(master, above, moment));
        above.forEach((type, caused) -> follow(type, caused, moment));
    }

    private void apply(RollUpField field, Caused caused, Map<String, MasterChange> masters, Moment moment) {
        Optional<Row> before = caused.change().before().filter(row -> field.counts(row, moment));
        Optional<Row> after = Optional.of(caused.change().after()).filter(row -> field.counts(row, moment));
        if (before.isPresent() && after.isPresent() && isSame(field, before.get(), after.get(), moment)) {
            master(field.master(after.get()), caused, masters, moment, master -> {});
            return;
        }
        before.ifPresent(
                row -> master(field.master(row), caused, masters, moment, master -> taken(field, master, row, moment)));
        after.ifPresent(
                row -> master(field.master(row), caused, masters, moment, master -> given(field, master, row, moment)));
    }

    /** Most changes of a detail leave most roll-ups as they are. */
    private static boolean isSame(RollUpField field, Row before, Row after, Moment moment) {
        return field.master(before).equals(field.master(after))
                && Objects.equals(field.contribution(before, moment), field.contribution(after, moment));
    }

    private void master(
            Optional<String> id,
            Caused caused,
            Map<String, MasterChange> masters,
            Moment moment,
            Consumer<MasterChange> step) {
        id.flatMap(key -> known(key, masters, moment)).ifPresent(master -> {
            master.causedBy(caused.causes());
            step.accept(master);
        });
    }

    private static Optional<MasterChange> known(String id, Map<String, MasterChange> masters, Moment moment) {
        if (!masters.containsKey(id)) {
            moment.transaction().find(id).ifPresent(row -> masters.put(id, new MasterChange(row)));
        }
        return Optional.ofNullable(masters.get(id));
    }

    private void taken(RollUpField field, MasterChange master, Row detail, Moment moment) {
        Object amount = field.contribution(detail, moment);
        switch (field.operation()) {
            case COUNT, SUM -> master.add(field, amount, -1);
            case MIN, MAX -> {
                if (amount != null && amount.equals(master.value(field))) {
                    master.lost(field);
                }
            }
        }
    }

    private void given(RollUpField field, MasterChange master, Row detail, Moment moment) {
        Object amount = field.contribution(detail, moment);
        switch (field.operation()) {
            case COUNT, SUM -> master.add(field, amount, 1);
            case MIN, MAX -> master.set(field, field.better(master.value(field), amount));
        }
    }

    /** Looks at all details again, because the one that set the mark is gone. */
    private @Nullable Object extreme(RollUpField field, MasterChange master, Moment moment) {
        Object best = null;
        for (Row detail : moment.transaction()
                .children(field.masterField(), master.before().id())) {
            if (field.counts(detail, moment)) {
                best = field.better(best, field.contribution(detail, moment));
            }
        }
        return best;
    }

    private void save(MasterChange master, Map<ObjectType, List<Caused>> above, Moment moment) {
        Row after = master.after(moment, switches.is(Switch.ROLL_UP_STAMPS, "last-modified"));
        List<SaveError> errors = rules.check(Optional.of(master.before()), after, moment);
        if (errors.isEmpty()) {
            moment.transaction().write(after);
            above.computeIfAbsent(after.type(), none -> new ArrayList<>())
                    .add(new Caused(new Change(Optional.of(master.before()), after), master.causes()));
        } else {
            refused(master)
                    .forEach(item -> item.fail(errors.stream()
                            .map(error -> new SaveError(error.code(), error.message()))
                            .toList()));
        }
    }

    private Collection<Item> refused(MasterChange master) {
        List<Item> causes = List.copyOf(master.causes());
        return switches.is(Switch.MASTER_REFUSES, "last") ? causes.subList(causes.size() - 1, causes.size()) : causes;
    }
}
