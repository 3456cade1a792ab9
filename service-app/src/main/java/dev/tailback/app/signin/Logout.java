package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.oidc.ProviderSignIn;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the session of a browser: the cookie goes, and a copy of it is worth nothing either. A person whom a provider
 * vouches for is led on to the provider, where that offers to end its own session.
 */
@Hidden
@Controller("/logout")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class Logout {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ProviderSignIn provider;
    private final FormToken formToken;

    Logout(Sessions sessions, SessionCookie cookie, ProviderSignIn provider, FormToken formToken) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.provider = provider;
        this.formToken = formToken;
    }

    /** For people of the hub, whose pages cannot end a session of this site. */
    @Get
    HttpResponse<?> ask(HttpRequest<?> request, Authentication who) {
        return HttpResponse.ok(new ModelAndView<>(
                "logout",
                Map.of("name", who.getName(), "formToken", formToken.of(request), "texts", Texts.of(request))));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logOut(HttpRequest<?> request, Authentication who) {
        cookie.session(request).ifPresent(sessions::endOf);
        MutableHttpResponse<?> answer = Optional.of(who)
                .filter(SessionTokens::isOfProvider)
                .flatMap(person -> provider.logoutAt())
                .<MutableHttpResponse<?>>map(place -> toProvider(request, place))
                .orElseGet(() -> HttpResponse.seeOther(URI.create(FormToken.LOGIN)));
        return answer.cookie(cookie.none(request));
    }

    // A page that leads on, because a form of ours may be answered with no redirection to another site.
    private MutableHttpResponse<?> toProvider(HttpRequest<?> request, URI place) {
        return HttpResponse.ok(new ModelAndView<>(
                        "leaving",
                        Map.of("place", place.toString(), "label", provider.label(), "texts", Texts.of(request))))
                .header("Refresh", "0; url=" + place);
    }
}
