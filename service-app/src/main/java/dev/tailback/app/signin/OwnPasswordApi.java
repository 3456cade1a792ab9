package dev.tailback.app.signin;

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
import io.micronaut.http.annotation.Put;
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
import java.util.Set;

/** One's own password over HTTP. */
@Tag(name = "accounts")
@Controller("/api/accounts/{name}/password")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnPasswordApi {

    private static final TextRule PASSWORD = TextRule.line(200);

    private final ChoosePassword choose;

    OwnPasswordApi(ChoosePassword choose) {
        this.choose = choose;
    }

    /** Changes the caller's own password; other sessions end. An admin resets those of others instead. */
    @Put
    @RequestBody(content = @Content(schema = @Schema(implementation = Change.class)))
    @SuppressWarnings("unchecked") // the type of the body does not matter to a check of name and password
    HttpResponse<?> change(
            HttpRequest<?> request, Authentication caller, @OneLine(max = 100) String name, @Body JsonBody body) {
        if (!caller.getName().equals(name)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    "People choose their own password only. An admin resets it: POST /api/accounts/{name}/reset.");
        }
        Change change = Change.of(body);
        choose.choose((HttpRequest<Object>) request, name, change.present(), change.password());
        return HttpResponse.noContent();
    }

    /**
     * Another password.
     *
     * @param present the one that counts until now
     */
    @Serdeable
    record Change(String present, String password) {

        static Change of(JsonBody body) {
            JsonObject asked = body.object(Set.of("present", "password"));
            Change change =
                    new Change(asked.requiredText("present", PASSWORD), asked.requiredText("password", PASSWORD));
            asked.refuse();
            return change;
        }

        @Override
        public String toString() {
            return "Change[***]";
        }
    }
}
