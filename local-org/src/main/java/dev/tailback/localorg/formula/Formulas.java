package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.MetadataException;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Origin;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.ValidationRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All formulas of a schema, compiled: formula fields, initial values and validation rules. */
public final class Formulas {

    private final Schema schema;
    private final Names names;
    private final Map<String, @Nullable Expression[]> fields = new HashMap<>();
    private final Map<String, @Nullable Expression[]> initials = new HashMap<>();
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();
    private final Map<String, String> leftOut = new HashMap<>();
    private final List<String> notExecuted = new ArrayList<>();

    /**
     * @throws MetadataException for the first formula that Salesforce would not take either
     */
    public Formulas(Schema schema) {
        this.schema = schema;
        this.names = new Names(schema, new Functions(), this);
        schema.objects().forEach(this::makeRoom);
        schema.objects().forEach(this::compile);
    }

    /** What this org cannot execute of valid formulas, one sentence each with what it costs. */
    public List<String> notExecuted() {
        return List.copyOf(notExecuted);
    }

    /** Every object of the schema has its place from the beginning. */
    private static <T> T known(Map<String, T> byObject, String object) {
        return Optional.ofNullable(byObject.get(object)).orElseThrow();
    }

    private void makeRoom(ObjectType type) {
        fields.put(type.name(), new Expression[type.fields().size()]);
        initials.put(type.name(), new Expression[type.fields().size()]);
    }

    /** The rules of an object, in the order of their files. */
    public List<Rule> rules(ObjectType type) {
        return known(rules, type.name());
    }

    /** By field index: the formula for a new row's value if none is given; null where there is none. */
    public @Nullable Expression[] initials(ObjectType type) {
        return known(initials, type.name());
    }

    /** The value of a formula field; compiled when it is first asked for, because formulas refer to each other. */
    Expression of(Field field) {
        String reason = leftOut.get(field.path());
        if (reason != null) {
            throw FormulaException.leftOut(field.path() + " is not executed: " + reason);
        }
        Expression known = known(fields, field.object())[field.index()];
        return known != null ? known : compiledOnce(field);
    }

    private Expression compiledOnce(Field field) {
        if (!onTheWay.add(field.path())) {
            throw new FormulaException(field.path() + " refers to itself");
        }
        try {
            Expression compiled = compiled(field, field.origin().formula().orElseThrow());
            known(fields, field.object())[field.index()] = compiled;
            return compiled;
        } catch (FormulaException e) {
            if (e.isLeftOut()) {
                leaveOut(field, String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            onTheWay.remove(field.path());
        }
    }

    private void leaveOut(Field field, String reason) {
        known(fields, field.object())[field.index()] = on -> null;
        leftOut.put(field.path(), reason);
        notExecuted.add(field.file() + ": " + reason + ", so " + field.path() + " is blank in every row");
    }

    /** A roll-up of a formula that is not executed counts nothing, so what reads the roll-up is not executed either. */
    void requireCounted(Field field) {
        field.origin().rollUp().ifPresent(rollUp -> {
            ObjectType detail = schema.known(rollUp.detail());
            Stream.concat(rollUp.summed().stream(), rollUp.filters().stream().map(Origin.Filter::field))
                    .map(name -> detail.field(name).orElseThrow())
                    .filter(Field::isFormula)
                    .forEach(this::of);
        });
    }

    private void compile(ObjectType type) {
        for (Field field : type.fields()) {
            compile(type, field);
        }
        rules.put(
                type.name(), type.rules().stream().map(rule -> rule(type, rule)).toList());
    }

    private void compile(ObjectType type, Field field) {
        if (field.isFormula() && !leftOut.containsKey(field.path())) {
            // A formula that is left out has told why.
            executed(field.file(), () -> of(field));
        }
        executed(field.file(), () -> requireCounted(field))
                .ifPresent(reason ->
                        notExecuted.add(field.file() + ": " + reason + ", so " + field.path() + " counts nothing"));
        field.origin()
                .entered()
                .flatMap(Origin.Entered::initialFormula)
                .flatMap(text -> executed(
                        field.file(),
                        () -> known(initials, type.name())[field.index()] = initialValue(type, field, text)))
                .ifPresent(reason -> notExecuted.add(
                        field.file() + ": " + reason + ", so new rows begin without a " + field.path()));
    }

    private Expression initialValue(ObjectType type, Field field, String text) {
        Typed typed = new Compiler(type, names, false).compile(Parser.parse(text));
        requireType(field, typed);
        return asHeld(field, typed);
    }

    private Rule rule(ObjectType type, ValidationRule rule) {
        Typed[] typed = new Typed[1];
        Optional<String> reason = executed(
                rule.file(), () -> typed[0] = new Compiler(type, names, false).compile(Parser.parse(rule.formula())));
        if (reason.isPresent()) {
            notExecuted.add(rule.file() + ": " + reason.get() + ", so the rule " + rule.name()
                    + " is not executed, and every save of " + type.name() + " is refused");
            return new Rule(rule, on -> false, reason);
        }
        if (typed[0].type() != ValueType.BOOLEAN) {
            throw new MetadataException(
                    rule.file(),
                    "the formula results in " + typed[0].type().words() + ", and a rule needs true or false");
        }
        return new Rule(rule, typed[0].expression(), Optional.empty());
    }

    /** Empty when it was compiled; otherwise why this org cannot execute what Salesforce can. */
    private static Optional<String> executed(String file, Runnable compilation) {
        try {
            compilation.run();
            return Optional.empty();
        } catch (FormulaException e) {
            if (e.isLeftOut()) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw new MetadataException(file, "the formula cannot be used: " + e.getMessage());
        }
    }

    private Expression compiled(Field field, Origin.Formula formula) {
        ObjectType type = schema.known(field.object());
        Typed typed = new Compiler(type, names, formula.blanksAsZero()).compile(Parser.parse(formula.text()));
        requireType(field, typed);
        Expression held = asHeld(field, typed);
        return blankWhenFailed(
                field.type().isNumber() ? rounded(held, field.size().scale()) : held);
    }

    private static Expression asHeld(Field field, Typed typed) {
        return field.type() == FieldType.PERCENT ? Percent.given(typed.expression()) : typed.expression();
    }

    private static void requireType(Field field, Typed typed) {
        ValueType wanted = ValueType.of(field.type());
        ValueType asText = wanted.isPicked() ? ValueType.TEXT : wanted;
        if (typed.type() != asText && typed.type() != ValueType.BLANK) {
            throw new FormulaException(
                    "it results in " + typed.type().words() + ", and the field is " + wanted.words());
        }
    }

    private static Expression rounded(Expression number, int scale) {
        return on -> {
            BigDecimal value = (BigDecimal) number.evaluate(on);
            return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
        };
    }

    private static Expression blankWhenFailed(Expression formula) {
        return on -> {
            try {
                return formula.evaluate(on);
            } catch (FormulaFailure e) {
                return null;
            }
        };
    }

    /** The value of any field of a row, computed or stored; null is blank. */
    public @Nullable Object value(Field field, Evaluation on) {
        if (!field.isFormula()) {
            return on.row().value(field.index());
        }
        Expression formula = known(fields, field.object())[field.index()];
        Object value = formula == null ? null : formula.evaluate(on);
        return value == null && field.type() == FieldType.BOOLEAN ? Boolean.FALSE : value;
    }
}
