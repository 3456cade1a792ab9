package dev.tailback.hub.people;

import dev.tailback.web.input.LocalPath;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;

/** The way to the login page of the service app, back from it, and to where people log out. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class Entrance {

    private final ServiceAppPages serviceApp;

    Entrance(ServiceAppPages serviceApp) {
        this.serviceApp = serviceApp;
    }

    @Get("/sign-in")
    HttpResponse<?> signIn() {
        return HttpResponse.seeOther(serviceApp.backTo("/"));
    }

    /**
     * Who comes from there and is still unknown here would be sent there again and again; so they read why instead.
     *
     * @param to the page of ours that they wanted; whatever is no plain path is the start page
     */
    @Get("/signed-in")
    HttpResponse<?> arrive(
            @Nullable Authentication who, @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String to) {
        if (who == null) {
            throw notArrived();
        }
        return HttpResponse.seeOther(URI.create(LocalPath.of(to)));
    }

    @Get("/log-out")
    HttpResponse<?> logOut() {
        return HttpResponse.seeOther(serviceApp.logOut());
    }

    private Problem notArrived() {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "You logged in at " + serviceApp.address() + ", and your browser does not show that here: open"
                                + " the hub under the same host name, or ask your operator to give both one.")
                .says("access.not-arrived", serviceApp.address());
    }
}
