package dev.tailback.signin;

import dev.tailback.accounts.AccountSettings;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.generator.TokenGenerator;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Bearer tokens for programs. */
@Tag(name = "tokens")
@Controller("/api/token")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TokenApi {

    private final TokenGenerator tokens;
    private final AccountSettings settings;

    TokenApi(TokenGenerator tokens, AccountSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * A token for whoever calls, with HTTP Basic.
     *
     * @param caller who calls
     * @return the token and how long it lasts
     */
    @Post
    Token issue(Authentication caller) {
        int seconds = Math.toIntExact(settings.sessionLife().toSeconds());
        String token = tokens.generateToken(caller, seconds)
                .orElseThrow(() -> new IllegalStateException("The token could not be signed"));
        return new Token(token, "Bearer", seconds);
    }

    /**
     * A bearer token.
     *
     * @param expiresIn seconds
     */
    @Serdeable
    record Token(String accessToken, String tokenType, int expiresIn) {}
}
