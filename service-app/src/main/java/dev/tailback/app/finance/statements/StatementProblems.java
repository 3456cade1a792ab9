package dev.tailback.app.finance.statements;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** Why nothing was closed. */
final class StatementProblems {

    private static final int SHOWN = 50;

    private StatementProblems() {}

    static Problem unresolved(List<Unresolved> unresolved) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "close_unresolved",
                        "Nothing was closed: " + unresolved.size()
                                + " things are unresolved. Resolve them, or close with a"
                                + " reason, which is recorded in the statement; lines about which both sides differ are left"
                                + " out then.")
                .with("count", unresolved.size())
                .says("problem.unresolved", unresolved.size())
                .with("unresolved", unresolved.stream().limit(SHOWN).toList());
    }

    static Problem nothing(List<Statement> before) {
        String earlier = before.isEmpty()
                ? "there is no locked usage in it."
                : "statement " + before.get(0).number() + " holds all of it, and nothing has changed since.";
        return new Problem(HttpStatus.CONFLICT, "nothing_to_close", "Nothing was closed: " + earlier)
                .says(
                        before.isEmpty() ? "problem.says.nothing-to-close" : "problem.all-closed",
                        before.stream()
                                .map(Statement::number)
                                .findFirst()
                                .map(String::valueOf)
                                .orElse(""));
    }

    static Problem meanwhile() {
        return new Problem(
                HttpStatus.CONFLICT,
                "closed_meanwhile",
                "Nothing was closed: another statement was made while this one was prepared. Look at it, then close again.");
    }

    static Problem unknown(long number) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "There is no statement " + number + ". The list shows all there are.")
                .says("problem.no.statement", String.valueOf(number));
    }
}
