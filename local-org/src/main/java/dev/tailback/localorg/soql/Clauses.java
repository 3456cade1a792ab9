package dev.tailback.localorg.soql;

import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.OffsetClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What can be read from a query's clauses without knowing any name. */
final class Clauses {
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

    private Clauses() {}

    static void refuseUnanswered(QueryContext tree, Syntax syntax) {
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
    static String alias(FromNameListContext from) {
        String alias = from.soqlId().isEmpty() ? "" : from.soqlId(0).getText();
        if (RESERVED.contains(alias.toUpperCase(Locale.ROOT))) {
            throw new QueryException("MALFORMED_QUERY", "unexpected token: '" + alias + "'");
        }
        return alias;
    }

    static boolean isPlainCount(QueryContext tree) {
        var entries = tree.selectList().selectEntry();
        return entries.size() == 1
                && tree.groupByClause() == null
                && entries.get(0).soqlFunction() != null
                && entries.get(0).getText().equalsIgnoreCase("COUNT()");
    }

    static int limit(LimitClauseContext tree) {
        return tree == null ? Query.UNLIMITED : whole(tree.IntegerLiteral(), tree.getText());
    }

    static int offset(OffsetClauseContext tree) {
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
