package dev.tailback.app.signin;

import dev.tailback.web.input.Form;
import dev.tailback.web.input.TextRule;

/**
 * What came from the login form; a field that is missing counts as empty.
 *
 * @param kept a form that waits for the sign-in
 */
record LoginInput(String name, String password, String next, KeptForm kept) {

    private static final TextRule NAME = TextRule.line(100);
    private static final TextRule PASSWORD = TextRule.line(200);
    private static final TextRule NEXT = TextRule.line(2_000);

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    static LoginInput of(Form form) {
        String next = form.text("next", NEXT);
        return new LoginInput(
                form.text("name", NAME).strip(),
                form.text("password", PASSWORD),
                next.isEmpty() ? "/" : next,
                KeptForm.carried(form));
    }

    @Override
    public String toString() {
        return "LoginInput[" + name + "]";
    }
}
