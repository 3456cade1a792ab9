package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.ObjectType;
import io.github.apexdevtools.apexparser.ApexParser.ConditionalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.LogicalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.ValueContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereConditionalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereLogicalExpressionContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Binds WHERE and HAVING. */
final class BindConditions {

    private final ObjectType type;
    private final String alias;
    private final BindOperands operands;
    private final Literals literals;
    private final Function<SubQueryContext, Set<Object>> subquery;

    BindConditions(
            ObjectType type,
            String alias,
            BindOperands operands,
            Literals literals,
            Function<SubQueryContext, Set<Object>> subquery) {
        this.type = type;
        this.alias = alias;
        this.operands = operands;
        this.literals = literals;
        this.subquery = subquery;
    }

    Condition where(WhereLogicalExpressionContext tree) {
        List<Condition> parts =
                tree.whereConditionalExpression().stream().map(this::where).toList();
        if (tree.NOT() != null) {
            return new Condition.Not(parts.get(0));
        }
        return joined(parts, !tree.SOQLOR().isEmpty());
    }

    private static Condition joined(List<Condition> parts, boolean any) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return any ? new Condition.Any(parts) : new Condition.All(parts);
    }

    private Condition where(WhereConditionalExpressionContext tree) {
        if (tree.whereLogicalExpression() != null) {
            return where(tree.whereLogicalExpression());
        }
        FieldExpressionContext field = tree.whereFieldExpression().fieldExpression();
        Operand operand = field.fieldName() != null
                ? operands.column(type, alias, field.fieldName())
                : operands.datePart(type, alias, field.soqlFunction());
        return compared(operand, operator(field), field.value());
    }

    private static String operator(FieldExpressionContext field) {
        var operator = field.comparisonOperator();
        String word = operator.getText().toUpperCase(Locale.ROOT);
        return operator.IN() != null && operator.NOT() != null ? "NOT IN" : word;
    }

    private Condition compared(Operand operand, String operator, ValueContext value) {
        return switch (operator) {
            case "LIKE" -> new Condition.Like(operand, LikePattern.of(literals.quoted(operand, value)));
            case "IN" -> in(operand, value);
            case "NOT IN" -> new Condition.Not(in(operand, value));
            case "INCLUDES" -> includes(operand, value);
            case "EXCLUDES" -> new Condition.Not(includes(operand, value));
            default -> new Condition.Compare(operand, operator, literals.literal(operand, value));
        };
    }

    private Condition in(Operand operand, ValueContext value) {
        return value.subQuery() != null
                ? new Condition.InSet(operand, subquery.apply(value.subQuery()))
                : new Condition.In(operand, literals.list(operand, value));
    }

    private Condition includes(Operand operand, ValueContext value) {
        List<List<String>> groups = literals.list(operand, value).stream()
                .map(literal -> List.of(
                        String.valueOf(((Literal.Exact) literal).value()).split(";")))
                .toList();
        return new Condition.Includes(operand, groups);
    }

    GroupCondition having(LogicalExpressionContext tree) {
        List<GroupCondition> parts =
                tree.conditionalExpression().stream().map(this::having).toList();
        if (tree.NOT() != null) {
            return (group, reader) -> !parts.get(0).holds(group, reader);
        }
        return tree.SOQLOR().isEmpty()
                ? (group, reader) -> parts.stream().allMatch(part -> part.holds(group, reader))
                : (group, reader) -> parts.stream().anyMatch(part -> part.holds(group, reader));
    }

    private GroupCondition having(ConditionalExpressionContext tree) {
        if (tree.logicalExpression() != null) {
            return having(tree.logicalExpression());
        }
        FieldExpressionContext field = tree.fieldExpression();
        if (field.fieldName() != null) {
            Condition condition =
                    compared(operands.column(type, alias, field.fieldName()), operator(field), field.value());
            return (group, reader) -> condition.holds(group.get(0), reader);
        }
        Aggregate aggregate = operands.aggregate(type, alias, field.soqlFunction());
        Literal literal = literals.literal(operands.typed(aggregate), field.value());
        String operator = operator(field);
        return (group, reader) -> Comparing.holds(
                aggregate.over(group, reader),
                operator,
                literal,
                operands.typed(aggregate).field());
    }
}
