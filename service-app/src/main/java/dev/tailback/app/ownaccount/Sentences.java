package dev.tailback.app.ownaccount;

import dev.tailback.app.accounts.PasswordRule;
import dev.tailback.app.signin.ApiTokens;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;

/** What a person reads when something about the own account was refused. */
final class Sentences {

    private Sentences() {}

    static String of(Problem problem, Texts texts) {
        return switch (problem.code()) {
            case "account_of_provider" -> texts.of("account.of-provider");
            case "invalid" -> texts.of("account.password-rule", PasswordRule.LEAST, PasswordRule.MOST);
            case "wrong_password" -> texts.of("account.wrong-password");
            case "too_many_attempts" ->
                texts.of("access.too-many-attempts", problem.headers().getOrDefault("Retry-After", ""));
            case "too_many_logins" ->
                texts.of("access.too-many-logins", problem.headers().getOrDefault("Retry-After", ""));
            case "too_many_tokens" -> texts.of("account.too-many-tokens", ApiTokens.MOST);
            case "forbidden" -> texts.of("account.token-roles");
            default -> ProblemSentence.of(problem, texts);
        };
    }
}
