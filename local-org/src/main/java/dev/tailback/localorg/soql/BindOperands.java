package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Size;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Binds fields and functions. */
final class BindOperands {
    private static final Set<String> AGGREGATES = Set.of("COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX");

    private final Names names;
    private final Syntax syntax;

    BindOperands(Names names, Syntax syntax) {
        this.names = names;
        this.syntax = syntax;
    }

    Operand column(ObjectType type, String alias, FieldNameContext name) {
        return new Operand.Column(names.path(type, alias, name));
    }

    /** A field in one of the functions that change how it is shown. */
    Operand shown(ObjectType type, String alias, SoqlFunctionContext tree) {
        Path path = names.path(type, alias, tree.fieldName());
        return function(tree).equals("TOLABEL") ? new Operand.Label(path) : new Operand.Column(path);
    }

    static String function(SoqlFunctionContext tree) {
        return tree.getStart().getText().toUpperCase(Locale.ROOT);
    }

    static boolean isAggregate(SoqlFunctionContext tree) {
        return AGGREGATES.contains(function(tree));
    }

    Operand datePart(ObjectType type, String alias, SoqlFunctionContext tree) {
        if (tree.dateFieldName() == null || tree.dateFieldName().fieldName() == null) {
            throw syntax.wrong("MALFORMED_QUERY", tree, function(tree) + " is not answered by this org");
        }
        FieldNameContext name = tree.dateFieldName().fieldName();
        Path path = names.path(type, alias, name);
        FieldType fieldType = path.field().type();
        if (fieldType != FieldType.DATE && fieldType != FieldType.DATETIME) {
            throw syntax.wrong("INVALID_FIELD", tree, function(tree) + " needs a date field, not " + name.getText());
        }
        return new Operand.DatePart(function(tree), path);
    }

    Aggregate aggregate(ObjectType type, String alias, SoqlFunctionContext tree) {
        if (!isAggregate(tree)) {
            throw syntax.wrong("MALFORMED_QUERY", tree, function(tree) + " is not answered by this org");
        }
        if (tree.fieldName() == null) {
            return new Aggregate("COUNT", Optional.empty());
        }
        Operand operand = column(type, alias, tree.fieldName());
        boolean needsNumber = Set.of("SUM", "AVG").contains(function(tree));
        if (needsNumber && !operand.type().isNumber()) {
            throw syntax.wrong(
                    "MALFORMED_QUERY",
                    tree,
                    "field " + tree.fieldName().getText() + " does not support aggregate operator " + function(tree));
        }
        return new Aggregate(function(tree), Optional.of(operand));
    }

    /** An operand of the aggregate's type, for reading what it is compared with. */
    Operand typed(Aggregate aggregate) {
        Field field = Field.entered("", aggregate.function(), "", aggregate.type(), Size.NONE, "");
        return new Operand.Column(new Path(List.of(), field));
    }
}
