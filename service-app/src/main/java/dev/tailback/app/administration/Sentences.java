package dev.tailback.app.administration;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;

/** What an admin reads when an order was refused. */
final class Sentences {

    private Sentences() {}

    static String of(Problem problem, Texts texts) {
        return switch (problem.code()) {
            case "account_exists" -> texts.of("accounts.exists");
            case "account_of_provider" -> texts.of("accounts.not-here");
            case "last_admin" -> texts.of("accounts.last-admin");
            case "too_many_logins" -> texts.of("accounts.busy");
            default -> ProblemSentence.of(problem, texts);
        };
    }
}
