package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.soql.Query.Selected;
import dev.tailback.localorg.users.User;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.OffsetClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.OrderByClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereClauseContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Turns a query's tree into one whose names are known. */
final class BindQuery {
    private static final Set<String> RESERVED = Set.of(
            "AND",
            "ASC",
            "DESC",
            "EXCLUDES",
            "FIRST",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INCLUDES",
            "LAST",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "NULLS",
            "OFFSET",
            "OR",
            "ORDER",
            "SELECT",
            "USING",
            "WHERE",
            "WITH");
    private static final int MOST_OFFSET = 2000;
    private static final int MOST_WITH_ALL_FIELDS = 200;

    private final Syntax syntax;
    private final Names names;
    private final BindOperands operands;
    private final Literals literals;
    private final BiFunction<Query, Operand, Set<Object>> semiJoin;
    private int unnamed;

    /**
     * @param semiJoin runs a subquery in a condition and gives the values of its one column
     */
    BindQuery(Syntax syntax, Schema schema, User user, Instant now, BiFunction<Query, Operand, Set<Object>> semiJoin) {
        this.syntax = syntax;
        this.names = new Names(schema, user, syntax);
        this.operands = new BindOperands(names, syntax);
        this.literals = new Literals(syntax, now);
        this.semiJoin = semiJoin;
    }

    Query bind() {
        QueryContext tree = syntax.tree();
        refuseUnanswered(tree);
        ObjectType type = names.object(tree.fromNameList().fieldName(0));
        String alias = alias(tree.fromNameList());
        List<Selected> select = new ArrayList<>();
        boolean grouped = tree.groupByClause() != null;
        for (var entry : tree.selectList().selectEntry()) {
            if (entry.fieldName() != null) {
                select.add(column(type, alias, entry.fieldName(), entry.soqlId(), grouped));
            } else if (entry.soqlFunction() != null) {
                addFunction(select, type, alias, entry.soqlFunction(), entry.soqlId(), tree.limitClause());
            } else if (entry.subQuery() != null) {
                select.add(children(type, entry.subQuery()));
            } else {
                throw syntax.wrong("MALFORMED_QUERY", entry, "TYPEOF is not answered by this org");
            }
        }
        return new Query(
                type,
                isPlainCount(tree) ? List.of() : select,
                where(type, alias, tree.whereClause()),
                groupBy(type, alias, tree),
                having(type, alias, tree),
                order(type, alias, tree.orderByClause()),
                limit(tree.limitClause()),
                offset(tree.offsetClause()));
    }

    private void refuseUnanswered(QueryContext tree) {
        if (!tree.forClauses().UPDATE().isEmpty()) {
            throw syntax.wrong("MALFORMED_QUERY", tree.forClauses(), "FOR UPDATE is for Apex only");
        }
        if (tree.usingScope() != null || tree.withClause() != null) {
            throw new QueryException("MALFORMED_QUERY", "USING SCOPE and WITH are not answered by this org");
        }
        if (tree.groupByClause() != null
                && (tree.groupByClause().ROLLUP() != null
                        || tree.groupByClause().CUBE() != null)) {
            throw syntax.wrong("MALFORMED_QUERY", tree.groupByClause(), "ROLLUP and CUBE are not answered by this org");
        }
        if (tree.fromNameList().fieldName().size() > 1) {
            throw syntax.wrong("MALFORMED_QUERY", tree.fromNameList(), "only one object can be queried");
        }
    }

    /** The grammar takes a word that begins a clause for an alias when the clause is missing. */
    private static String alias(FromNameListContext from) {
        String alias = from.soqlId().isEmpty() ? "" : from.soqlId(0).getText();
        if (RESERVED.contains(alias.toUpperCase(Locale.ROOT))) {
            throw new QueryException("MALFORMED_QUERY", "unexpected token: '" + alias + "'");
        }
        return alias;
    }

    private static boolean isPlainCount(QueryContext tree) {
        var entries = tree.selectList().selectEntry();
        return entries.size() == 1
                && tree.groupByClause() == null
                && entries.get(0).soqlFunction() != null
                && entries.get(0).getText().equalsIgnoreCase("COUNT()");
    }

    private Selected column(
            ObjectType type, String alias, FieldNameContext name, SoqlIdContext given, boolean grouped) {
        Operand operand = operands.column(type, alias, name);
        if (given != null && !grouped) {
            throw syntax.wrong("MALFORMED_QUERY", name, "only aggregate expressions use field aliasing");
        }
        return new Query.Column(operand, given == null ? operand.field().name() : given.getText());
    }

    private void addFunction(
            List<Selected> select,
            ObjectType type,
            String alias,
            SoqlFunctionContext function,
            SoqlIdContext given,
            LimitClauseContext limit) {
        String name = given == null ? null : given.getText();
        if (function.soqlFieldsParameter() != null) {
            select.addAll(fields(type, function, limit));
        } else if (BindOperands.isAggregate(function)) {
            select.add(new Query.Counted(
                    operands.aggregate(type, alias, function), name == null ? "expr" + unnamed++ : name));
        } else if (function.fieldName() != null) {
            Operand operand = operands.shown(type, alias, function);
            select.add(new Query.Column(operand, name == null ? operand.field().name() : name));
        } else {
            select.add(new Query.Column(
                    operands.datePart(type, alias, function), name == null ? "expr" + unnamed++ : name));
        }
    }

    private List<Selected> fields(ObjectType type, SoqlFunctionContext function, LimitClauseContext limit) {
        String which = function.soqlFieldsParameter().getText().toUpperCase(Locale.ROOT);
        if (!which.equals("STANDARD") && limit(limit) > MOST_WITH_ALL_FIELDS) {
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

    private Selected children(ObjectType parent, SubQueryContext tree) {
        FieldNameContext from = tree.fromNameList().fieldName(0);
        Field reference = names.children(parent, from);
        Query query = subquery(names.known(reference.object()), alias(tree.fromNameList()), tree);
        return new Query.Children(
                reference.reference().orElseThrow().childName().orElseThrow(), reference, query);
    }

    private Query subquery(ObjectType type, String alias, SubQueryContext tree) {
        List<Selected> select = new ArrayList<>();
        for (var entry : tree.subFieldList().subFieldEntry()) {
            if (entry.fieldName() == null) {
                throw syntax.wrong("MALFORMED_QUERY", entry, "a subquery can only select fields");
            }
            select.add(column(type, alias, entry.fieldName(), null, false));
        }
        return new Query(
                type,
                select,
                where(type, alias, tree.whereClause()),
                List.of(),
                Optional.empty(),
                order(type, alias, tree.orderByClause()),
                limit(tree.limitClause()),
                0);
    }

    private Set<Object> semiJoin(SubQueryContext tree) {
        ObjectType type = names.object(tree.fromNameList().fieldName(0));
        Query query = subquery(type, alias(tree.fromNameList()), tree);
        if (query.select().size() != 1) {
            throw syntax.wrong("MALFORMED_QUERY", tree, "a subquery in a condition selects one field");
        }
        return semiJoin.apply(query, ((Query.Column) query.select().get(0)).operand());
    }

    private BindConditions conditions(ObjectType type, String alias) {
        return new BindConditions(type, alias, operands, literals, this::semiJoin);
    }

    private Optional<Condition> where(ObjectType type, String alias, WhereClauseContext tree) {
        return Optional.ofNullable(tree).map(where -> conditions(type, alias).where(where.whereLogicalExpression()));
    }

    private List<Operand> groupBy(ObjectType type, String alias, QueryContext tree) {
        if (tree.groupByClause() == null) {
            return List.of();
        }
        return tree.groupByClause().fieldGroupByList().fieldGroupBy().stream()
                .map(group -> group.fieldName() != null
                        ? operands.column(type, alias, group.fieldName())
                        : operands.datePart(type, alias, group.soqlFunction()))
                .toList();
    }

    private Optional<GroupCondition> having(ObjectType type, String alias, QueryContext tree) {
        return Optional.ofNullable(tree.groupByClause())
                .filter(group -> group.logicalExpression() != null)
                .map(group -> conditions(type, alias).having(group.logicalExpression()));
    }

    private List<Query.Order> order(ObjectType type, String alias, OrderByClauseContext tree) {
        return tree == null
                ? List.of()
                : tree.fieldOrderList().fieldOrder().stream()
                        .map(order -> order(type, alias, order))
                        .toList();
    }

    private Query.Order order(ObjectType type, String alias, FieldOrderContext tree) {
        boolean descending = tree.DESC() != null;
        boolean nullsLast = tree.LAST() != null;
        if (tree.soqlFunction() != null && BindOperands.isAggregate(tree.soqlFunction())) {
            return new Query.Order(null, operands.aggregate(type, alias, tree.soqlFunction()), descending, nullsLast);
        }
        Operand operand = tree.soqlFunction() != null
                ? operands.datePart(type, alias, tree.soqlFunction())
                : operands.column(type, alias, tree.fieldName());
        return new Query.Order(operand, null, descending, nullsLast);
    }

    private int limit(LimitClauseContext tree) {
        return tree == null ? Query.UNLIMITED : whole(tree.IntegerLiteral(), tree.getText());
    }

    private int offset(OffsetClauseContext tree) {
        int offset = tree == null ? 0 : whole(tree.IntegerLiteral(), tree.getText());
        if (offset > MOST_OFFSET) {
            throw new QueryException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        }
        return offset;
    }

    private static int whole(TerminalNode number, String written) {
        try {
            return Integer.parseInt(number == null ? written : number.getText());
        } catch (NumberFormatException e) {
            throw new QueryException("MALFORMED_QUERY", "unexpected token: '" + written + "'");
        }
    }
}
