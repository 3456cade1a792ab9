package dev.tailback.app.signin;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Who calls, for programs that take our accounts, such as the hub. */
@Tag(name = "sessions")
@Controller("/api/caller")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CallerApi {

    /** The account whose session, token or password came with the call, and its roles. */
    @Get
    Caller caller(Authentication who) {
        return new Caller(who.getName(), who.getRoles().stream().sorted().toList());
    }

    @Serdeable
    record Caller(String name, List<String> roles) {}
}
