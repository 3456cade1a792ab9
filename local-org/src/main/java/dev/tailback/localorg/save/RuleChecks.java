package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Evaluation;
import dev.tailback.localorg.formula.FormulaFailure;
import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.formula.Rule;
import dev.tailback.localorg.metadata.ValidationRule;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.Switches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates all validation rules of a row; every one that holds is reported. */
final class RuleChecks {

    private final Formulas formulas;
    private final Switches switches;

    RuleChecks(Formulas formulas, Switches switches) {
        this.formulas = formulas;
        this.switches = switches;
    }

    List<SaveError> check(Optional<Row> before, Row after, Moment moment) {
        List<Rule> rules = formulas.rules(after.type());
        if (rules.isEmpty()) {
            return List.of();
        }
        Evaluation evaluation = moment.evaluation(after, before);
        List<SaveError> errors = new ArrayList<>();
        rules.forEach(rule -> check(rule, evaluation, errors));
        return errors;
    }

    private void check(Rule rule, Evaluation evaluation, List<SaveError> errors) {
        ValidationRule definition = rule.definition();
        if (rule.leftOut().isPresent() && switches.is(Switch.UNEXECUTED_RULE, "refuse")) {
            errors.add(new SaveError(
                    "FUNCTIONALITY_NOT_ENABLED",
                    "The validation rule " + definition.name() + " of " + definition.object()
                            + " cannot be executed by local-org ("
                            + rule.leftOut().get() + "), so nothing is saved;"
                            + " the switch unexecuted-rule=pass saves without it."));
        }
        try {
            if (rule.condition().holds(evaluation)) {
                errors.add(new SaveError(
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        definition.message(),
                        definition.errorField().map(List::of).orElse(List.of())));
            }
        } catch (FormulaFailure e) {
            errors.add(new SaveError(
                    "FORMULA_EXPRESSION_INVALID",
                    "The validation rule " + definition.name() + " cannot be evaluated: " + e.getMessage()));
        }
    }
}
