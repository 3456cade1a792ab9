package dev.tailback.hub.people;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemAnswer;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a call that may not pass: a person at a browser who wants a page goes to the login page of the service
 * app and comes back after it; everyone else gets 401. Who may not gets 403, and is sent nowhere.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AccessRefusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private static final List<String> ROLES = List.of("viewer", "operator", "admin");

    private final ProblemAnswer answer;
    private final ServiceAppPages serviceApp;

    AccessRefusals(ProblemAnswer answer, ServiceAppPages serviceApp) {
        this.answer = answer;
        this.serviceApp = serviceApp;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        HttpRequest<?> call = request;
        if (refusal.isForbidden()) {
            return answer.to(call, forbidden(Optional.ofNullable(refusal.getAuthentication())));
        }
        if (!isPage(call)) {
            return answer.to(call, unauthorized());
        }
        return call.getMethod() == HttpMethod.GET
                ? HttpResponse.seeOther(serviceApp.backTo(call.getUri().toString()))
                : answer.to(call, sessionEnded());
    }

    private static boolean isPage(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api/")
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }

    private Problem unauthorized() {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Sign in first: at " + serviceApp.address() + "/login for pages, with HTTP Basic or a bearer"
                                + " token of the service app for the API.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tailback\", charset=\"UTF-8\"");
    }

    /** Without the header that lets a browser ask for a password in a window of its own. */
    private static Problem sessionEnded() {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Nothing was done: the session has ended. Sign in, go back to the form, and send it again.")
                .says("access.ended");
    }

    private static Problem forbidden(Optional<Authentication> who) {
        Problem problem = new Problem(
                HttpStatus.FORBIDDEN, "forbidden", "Your account may not do this. Ask an admin for the role that may.");
        return who.map(person -> problem.says(
                        Collections.disjoint(person.getRoles(), ROLES) ? "access.no-role" : "access.not-this",
                        person.getName()))
                .orElse(problem);
    }
}
