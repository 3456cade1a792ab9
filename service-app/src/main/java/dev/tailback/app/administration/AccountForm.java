package dev.tailback.app.administration;

import dev.tailback.app.accounts.Role;
import dev.tailback.app.accounts.UserName;
import dev.tailback.app.administration.ChangeAccount.By;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.TextRule;
import java.util.List;
import java.util.Optional;

/**
 * What an admin typed into a form about an account.
 *
 * @param name of a new account; empty in forms about one that is there
 */
public record AccountForm(String name, List<String> roles, String reason) {

    static final AccountForm EMPTY = new AccountForm("", List.of(), "");

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule REASON = TextRule.lines(500);

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} for characters that are not taken */
    static AccountForm of(Form form) {
        return new AccountForm(
                form.text("name", LINE).strip(),
                form.all("role"),
                form.text("reason", REASON).strip());
    }

    public boolean has(Role role) {
        return roles.contains(role.word());
    }

    /** The key of the sentence that says what is wrong. */
    Optional<String> wrongName() {
        return UserName.isWellFormed(name) ? Optional.empty() : Optional.of("accounts.wrong-name");
    }

    Optional<String> wrongRoles() {
        boolean right = !roles.isEmpty()
                && roles.stream().allMatch(word -> Role.of(word).isPresent());
        return right ? Optional.empty() : Optional.of("accounts.wrong-roles");
    }

    Optional<String> wrongReason() {
        return reason.isBlank() ? Optional.of("accounts.wrong-reason") : Optional.empty();
    }

    List<Role> chosen() {
        return AccountInput.roles(roles);
    }

    By by(String who) {
        return new By(who, reason);
    }
}
