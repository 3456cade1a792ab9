package dev.tailback.app.signin;

import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.sessions.Session.Kind;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.forwarded.ForwardedHeaders;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Bearer tokens for programs. */
@Tag(name = "tokens")
@Controller("/api/token")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenApi {

    private final Sessions sessions;
    private final ForwardedHeaders forwarded;
    private final AccountSettings settings;

    TokenApi(Sessions sessions, ForwardedHeaders forwarded, AccountSettings settings) {
        this.sessions = sessions;
        this.forwarded = forwarded;
        this.settings = settings;
    }

    /**
     * A token for the account whose name and password come with this call (HTTP Basic). A token makes no other token,
     * so that a stolen one does not live for ever.
     *
     * @param caller who calls
     * @return the token and how long it lasts
     */
    @Post
    Token issue(HttpRequest<?> request, Authentication caller) {
        if (!PasswordLogin.showedPassword(caller)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "password_needed",
                    "A token is given for name and password only. Send them with HTTP Basic; people of an OpenID"
                            + " provider create an API token on the page /account.");
        }
        String address = forwarded.address(request).getHostAddress();
        String token = sessions.open(caller.getName(), Kind.TOKEN, address);
        return new Token(token, "Bearer", Math.toIntExact(settings.sessionLife().toSeconds()));
    }

    /**
     * A bearer token.
     *
     * @param expiresIn seconds
     */
    @Serdeable
    record Token(String accessToken, String tokenType, int expiresIn) {}
}
