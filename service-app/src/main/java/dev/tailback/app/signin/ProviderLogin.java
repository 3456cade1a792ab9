package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.oidc.Arrivals;
import dev.tailback.app.oidc.Departures;
import dev.tailback.app.oidc.NotSignedIn;
import dev.tailback.app.oidc.ProviderSignIn;
import dev.tailback.web.input.LocalPath;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logging in by the OpenID provider: the browser leaves for it and comes back with a code. Whatever goes wrong on the
 * way is a sentence on the login page and a line in the log, and the page that the person wanted is still known.
 */
@Hidden
@Controller(FormToken.LOGIN)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ProviderLogin {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);

    private final ProviderSignIn provider;
    private final Arrivals arrivals;
    private final Departures departures;
    private final BrowserSessions browsers;

    ProviderLogin(ProviderSignIn provider, Arrivals arrivals, Departures departures, BrowserSessions browsers) {
        this.provider = provider;
        this.arrivals = arrivals;
        this.departures = departures;
        this.browsers = browsers;
    }

    /** @param again {@code true} when the provider shall ask although it knows the person */
    @Get("/oidc")
    HttpResponse<?> leave(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String next,
            @QueryValue(defaultValue = "") @OneLine(max = 5) String again) {
        requireProvider();
        Departures.Begun begun = departures.begin(request, LocalPath.of(next));
        try {
            return HttpResponse.seeOther(provider.leave(begun.departure(), again.equals("true")))
                    .cookie(begun.cookie());
        } catch (NotSignedIn failure) {
            return failed(failure, LocalPath.of(next));
        }
    }

    @Get("/oidc/callback")
    HttpResponse<?> arrive(HttpRequest<?> request) {
        requireProvider();
        String next = departures.next(request);
        try {
            Arrivals.Arrived arrived = arrivals.of(request);
            String username = provider.arrive(arrived.departure(), arrived.code());
            LOG.info("Account {}: logged in by the provider", username);
            return browsers.open(
                    request, username, LocalPath.of(arrived.departure().next()), departures.none(request));
        } catch (NotSignedIn failure) {
            return failed(failure, next).cookie(departures.none(request));
        }
    }

    /** Where a login in a tab of its own ends: the page that it was for waits in another. */
    @Get("/done")
    HttpResponse<?> done(HttpRequest<?> request) {
        return HttpResponse.ok(new ModelAndView<>("signedin", Map.of("texts", Texts.of(request))));
    }

    private void requireProvider() {
        if (!provider.isOn()) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "This installation has no OpenID provider. Log in with name and password at /login.");
        }
    }

    private static MutableHttpResponse<?> failed(NotSignedIn failure, String next) {
        LOG.warn("A login by the provider failed ({}): {}", failure.why().word(), failure.getMessage());
        return HttpResponse.seeOther(UriBuilder.of(FormToken.LOGIN)
                .queryParam("failed", failure.why().word())
                .queryParam("next", next)
                .build());
    }
}
