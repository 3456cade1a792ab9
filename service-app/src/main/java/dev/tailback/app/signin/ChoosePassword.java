package dev.tailback.app.signin;

import dev.tailback.app.accounts.PasswordHashing;
import dev.tailback.app.accounts.PasswordRule;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** A person changes the own password: shows the present one, and chooses another. The session at hand lives on. */
@Singleton
public class ChoosePassword {

    private final PasswordLogin<Object> passwords;
    private final PasswordHashing hashing;
    private final OwnPassword own;
    private final Sessions sessions;
    private final SessionCookie cookie;

    ChoosePassword(
            PasswordLogin<Object> passwords,
            PasswordHashing hashing,
            OwnPassword own,
            Sessions sessions,
            SessionCookie cookie) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.own = own;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /**
     * @throws Problem 400 {@code invalid} for a password that is not taken, 403 {@code wrong_password}, 409 {@code
     *     account_of_provider}, and what a sign-in throws
     */
    public void choose(HttpRequest<Object> request, String username, String present, String chosen) {
        own.require(username);
        PasswordRule.objection(username, chosen).ifPresent(objection -> {
            throw invalid(objection);
        });
        if (chosen.equals(present)) {
            throw invalid("must be another one than before");
        }
        if (!isRight(request, username, present)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "wrong_password",
                    "The present password is wrong, so nothing was changed. Type it again, or ask an admin for a new one.");
        }
        String kept = hashing.keep(chosen, username).orElseThrow(PasswordCheck::tooMany);
        own.write(
                username, kept, cookie.session(request).flatMap(sessions::idOf).orElse(""));
        sessions.changed(username);
    }

    /** Whether the password is the account's; wrong ones are slowed down as at sign-in. */
    public boolean isRight(HttpRequest<Object> request, String username, String password) {
        return passwords
                .authenticate(request, new UsernamePasswordCredentials(username, password))
                .isAuthenticated();
    }

    private static Problem invalid(String objection) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was done, because the input is not valid. password " + objection + ".")
                .with("errors", List.of(Map.of("field", "password", "message", objection)));
    }
}
