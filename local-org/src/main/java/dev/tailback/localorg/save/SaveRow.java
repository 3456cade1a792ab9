package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.rows.Row;
import java.util.Optional;

/** Takes one record from its values to a checked row in the transaction. */
final class SaveRow {

    private final BuildRow build;
    private final SystemChecks systemChecks = new SystemChecks();
    private final StatusChange statusChange = new StatusChange();
    private final RuleChecks rules;

    SaveRow(Formulas formulas, RuleChecks rules) {
        this.build = new BuildRow(formulas);
        this.rules = rules;
    }

    /** Rules are evaluated only on rows that pass the system's own checks. */
    void save(Item item, Moment moment) {
        Optional<Row> before =
                item.isCreated() ? Optional.empty() : moment.transaction().find(item.id());
        if (before.isEmpty() && !item.isCreated()) {
            item.fail(new SaveError("ENTITY_IS_DELETED", "entity is deleted"));
            return;
        }
        Row after = statusChange.follow(item, before, build.build(item, before, moment), moment);
        systemChecks.check(item, after, moment);
        if (!item.failed()) {
            item.fail(rules.check(before, after, moment));
        }
        if (!item.failed()) {
            item.moves(new Change(before, after));
            moment.transaction().write(after);
        }
    }
}
