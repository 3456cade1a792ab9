package dev.tailback.salesforce.schema;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every validation rule owes the worker, people, and each other. */
final class RuleTexts {

    private static final Pattern CODED = Pattern.compile("\\[[A-Z][A-Z_]*] \\S.*");

    /** A rule that refuses every change of some fields, under no other condition. */
    private static final Pattern FREEZE =
            Pattern.compile("AND\\(NOT\\(ISNEW\\(\\)\\),OR\\(ISCHANGED\\(\\w+\\)(,ISCHANGED\\(\\w+\\))+\\)\\)");

    private RuleTexts() {}

    static List<String> faults(Model model) {
        List<SchemaFile> rules = model.tree().ofType("ValidationRule");
        Stream<String> texts = rules.stream().flatMap(rule -> text(model, rule).stream());
        return Stream.concat(texts, reparenting(model, rules)).toList();
    }

    private static List<String> text(Model model, SchemaFile rule) {
        String message = rule.text("errorMessage").orElse("");
        if (!CODED.matcher(message).matches() || message.length() > 255) {
            return Model.fault(rule, "the message does not begin with its [CODE], or is longer than 255 characters");
        }
        if (!rule.text("active").filter("true"::equals).isPresent()) {
            return Model.fault(rule, "is switched off");
        }
        // Salesforce shows an error at no field that people cannot edit.
        boolean computed = rule.text("errorDisplayField")
                .flatMap(field -> model.field(rule.object(), field))
                .filter(field -> field.text("type").filter("Summary"::equals).isPresent()
                        || field.text("formula").isPresent())
                .isPresent();
        return computed ? Model.fault(rule, "shows its error at a computed field") : List.of();
    }

    /** A re-parentable master is only safe with an unconditional rule that refuses every change of it. */
    private static Stream<String> reparenting(Model model, List<SchemaFile> rules) {
        return model.customFields()
                .filter(field -> field.text("reparentableMasterDetail")
                        .filter("true"::equals)
                        .isPresent())
                .filter(field -> rules.stream().noneMatch(rule -> freezes(rule, field)))
                .flatMap(field -> Model.fault(field, "can be re-parented, and no rule refuses it").stream());
    }

    private static boolean freezes(SchemaFile rule, SchemaFile field) {
        String formula = rule.text("errorConditionFormula").orElse("").replaceAll("\\s", "");
        return rule.object().equals(field.object())
                && FREEZE.matcher(formula).matches()
                && formula.contains("ISCHANGED(" + field.name() + ")");
    }
}
