package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.soql.Query.Selected;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Binds what a query selects: fields, functions of fields, and FIELDS(). */
final class BindSelect {
    private static final int MOST_WITH_ALL_FIELDS = 200;

    private final Names names;
    private final BindOperands operands;
    private final Syntax syntax;
    private int unnamed;

    BindSelect(Names names, BindOperands operands, Syntax syntax) {
        this.names = names;
        this.operands = operands;
        this.syntax = syntax;
    }

    Selected column(
            ObjectType type, String alias, FieldNameContext name, Optional<SoqlIdContext> given, boolean grouped) {
        Operand operand = operands.column(type, alias, name);
        if (given.isPresent() && !grouped) {
            throw syntax.wrong("MALFORMED_QUERY", name, "only aggregate expressions use field aliasing");
        }
        return new Query.Column(
                operand,
                given.map(SoqlIdContext::getText).orElse(operand.field().name()));
    }

    void addFunction(
            List<Selected> select,
            ObjectType type,
            String alias,
            SoqlFunctionContext function,
            Optional<SoqlIdContext> given,
            LimitClauseContext limit) {
        Optional<String> name = given.map(SoqlIdContext::getText);
        if (function.soqlFieldsParameter() != null) {
            select.addAll(fields(type, function, limit));
        } else if (BindOperands.isAggregate(function)) {
            select.add(new Query.Counted(
                    operands.aggregate(type, alias, function), name.orElseGet(() -> "expr" + unnamed++)));
        } else if (function.fieldName() != null) {
            Operand operand = operands.shown(type, alias, function);
            select.add(new Query.Column(operand, name.orElse(operand.field().name())));
        } else {
            select.add(new Query.Column(
                    operands.datePart(type, alias, function), name.orElseGet(() -> "expr" + unnamed++)));
        }
    }

    private List<Selected> fields(ObjectType type, SoqlFunctionContext function, LimitClauseContext limit) {
        String which = function.soqlFieldsParameter().getText().toUpperCase(Locale.ROOT);
        if (!which.equals("STANDARD") && Clauses.limit(limit) > MOST_WITH_ALL_FIELDS) {
            throw syntax.wrong(
                    "MALFORMED_QUERY", function, "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
        return names.readable(type).stream()
                .filter(field -> which.equals("ALL") || field.isCustom() == which.equals("CUSTOM"))
                .<Selected>map(field -> new Query.Column(own(field), field.name()))
                .toList();
    }

    private static Operand own(Field field) {
        return new Operand.Column(new Path(List.of(), field));
    }
}
