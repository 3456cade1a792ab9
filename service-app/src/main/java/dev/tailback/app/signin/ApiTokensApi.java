package dev.tailback.app.signin;

import dev.tailback.app.accounts.Role;
import dev.tailback.app.signin.ApiTokens.Wish;
import dev.tailback.app.signin.SessionsApi.SessionView;
import dev.tailback.web.forwarded.ForwardedHeaders;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;

/** API tokens over HTTP: one's own, or as an admin anybody's to see and end. */
@Tag(name = "tokens")
@Controller("/api/tokens")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiTokensApi {

    private final ApiTokens tokens;
    private final Whose whose;
    private final ForwardedHeaders forwarded;

    ApiTokensApi(ApiTokens tokens, Whose whose, ForwardedHeaders forwarded) {
        this.tokens = tokens;
        this.whose = whose;
        this.forwarded = forwarded;
    }

    /**
     * The API tokens that live, the newest first, without what opens anything.
     *
     * @param account whose, for admins; the caller's own unless given
     */
    @Get
    TokenList list(Authentication caller, @QueryValue(defaultValue = "") @OneLine(max = 100) String account) {
        return new TokenList(tokens.of(whose.account(caller, account)).stream()
                .map(SessionView::of)
                .toList());
    }

    /**
     * Creates a token for the account whose name and password come with this call (HTTP Basic). A token makes no other
     * token.
     *
     * @return 201 with the token, which is in this answer and nowhere else
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class)))
    HttpResponse<NewToken> create(HttpRequest<?> request, Authentication caller, @Body JsonBody body) {
        if (!PasswordLogin.showedPassword(caller)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "password_needed",
                    "A token is given for name and password only. Send them with HTTP Basic; people of an OpenID"
                            + " provider create an API token on the page /account.");
        }
        Wish wish = wish(body);
        String address = forwarded.address(request).getHostAddress();
        return HttpResponse.created(new NewToken(tokens.create(caller.getName(), wish, address)));
    }

    /**
     * Ends one.
     *
     * @param account whose, for admins; the caller's own unless given
     * @param reason for the history; an admin must give one for the account of another
     */
    @Delete("/{id}")
    HttpResponse<?> end(
            Authentication caller,
            @OneLine(max = 100) String id,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String account,
            @QueryValue(defaultValue = "") @OneLine(max = 500) String reason) {
        String owner = whose.account(caller, account);
        if (!tokens.end(caller.getName(), owner, id, whose.reason(caller, owner, reason))) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "There is no such API token that lives. GET /api/tokens lists them.");
        }
        return HttpResponse.noContent();
    }

    private static Wish wish(JsonBody body) {
        JsonObject asked = body.object(Set.of("name", "roles", "days"));
        Wish wish = new Wish(
                asked.requiredText("name", TextRule.line(100)),
                asked.words("roles", Role.values().length),
                asked.whole("days", 1, ApiTokens.MOST_DAYS, ApiTokens.USUAL_DAYS));
        if (wish.roles().stream().anyMatch(word -> Role.of(word).isEmpty())) {
            asked.wrong("roles", "must be of " + String.join(", ", Role.words()));
        }
        asked.refuse();
        return wish;
    }

    /** @param tokens the newest first */
    @Serdeable
    record TokenList(List<SessionView> tokens) {}

    /** @param token to be sent as {@code Authorization: Bearer ...} */
    @Serdeable
    record NewToken(String token) {

        @Override
        public String toString() {
            return "NewToken[***]";
        }
    }
}
