package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.soql.Query.Selected;
import dev.tailback.localorg.users.User;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.OrderByClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereClauseContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Turns a query's tree into one whose names are known. */
final class BindQuery {
    private final Syntax syntax;
    private final Names names;
    private final BindOperands operands;
    private final BindSelect selecting;
    private final Literals literals;
    private final BiFunction<Query, Operand, Set<Object>> semiJoin;

    /**
     * @param semiJoin runs a subquery in a condition and gives the values of its one column
     */
    BindQuery(Syntax syntax, Schema schema, User user, Instant now, BiFunction<Query, Operand, Set<Object>> semiJoin) {
        this.syntax = syntax;
        this.names = new Names(schema, user, syntax);
        this.operands = new BindOperands(names, syntax);
        this.selecting = new BindSelect(names, operands, syntax);
        this.literals = new Literals(syntax, now);
        this.semiJoin = semiJoin;
    }

    Query bind() {
        QueryContext tree = syntax.tree();
        Clauses.refuseUnanswered(tree, syntax);
        ObjectType type = names.object(tree.fromNameList().fieldName(0));
        String alias = Clauses.alias(tree.fromNameList());
        List<Selected> select = new ArrayList<>();
        boolean grouped = tree.groupByClause() != null;
        for (var entry : tree.selectList().selectEntry()) {
            if (entry.fieldName() != null) {
                select.add(
                        selecting.column(type, alias, entry.fieldName(), Optional.ofNullable(entry.soqlId()), grouped));
            } else if (entry.soqlFunction() != null) {
                selecting.addFunction(
                        select,
                        type,
                        alias,
                        entry.soqlFunction(),
                        Optional.ofNullable(entry.soqlId()),
                        tree.limitClause());
            } else if (entry.subQuery() != null) {
                select.add(children(type, entry.subQuery()));
            } else {
                throw syntax.wrong("MALFORMED_QUERY", entry, "TYPEOF is not answered by this org");
            }
        }
        return new Query(
                type,
                Clauses.isPlainCount(tree) ? List.of() : select,
                where(type, alias, tree.whereClause()),
                groupBy(type, alias, tree),
                having(type, alias, tree),
                order(type, alias, tree.orderByClause()),
                Clauses.limit(tree.limitClause()),
                Clauses.offset(tree.offsetClause()));
    }

    private Selected children(ObjectType parent, SubQueryContext tree) {
        FieldNameContext from = tree.fromNameList().fieldName(0);
        Field reference = names.children(parent, from);
        Query query = subquery(names.known(reference.object()), Clauses.alias(tree.fromNameList()), tree);
        return new Query.Children(
                reference.reference().orElseThrow().childName().orElseThrow(), reference, query);
    }

    private Query subquery(ObjectType type, String alias, SubQueryContext tree) {
        List<Selected> select = new ArrayList<>();
        for (var entry : tree.subFieldList().subFieldEntry()) {
            if (entry.fieldName() == null) {
                throw syntax.wrong("MALFORMED_QUERY", entry, "a subquery can only select fields");
            }
            select.add(selecting.column(type, alias, entry.fieldName(), Optional.empty(), false));
        }
        return new Query(
                type,
                select,
                where(type, alias, tree.whereClause()),
                List.of(),
                Optional.empty(),
                order(type, alias, tree.orderByClause()),
                Clauses.limit(tree.limitClause()),
                0);
    }

    private Set<Object> semiJoin(SubQueryContext tree) {
        ObjectType type = names.object(tree.fromNameList().fieldName(0));
        Query query = subquery(type, Clauses.alias(tree.fromNameList()), tree);
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
            return new Query.Order(operands.aggregate(type, alias, tree.soqlFunction()), descending, nullsLast);
        }
        Operand operand = tree.soqlFunction() != null
                ? operands.datePart(type, alias, tree.soqlFunction())
                : operands.column(type, alias, tree.fieldName());
        return new Query.Order(operand, descending, nullsLast);
    }
}
