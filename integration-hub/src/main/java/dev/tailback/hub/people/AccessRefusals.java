package dev.tailback.hub.people;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemAnswer;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** What happens to a call that may not pass: 401 for who is not signed in, 403 for who may not. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AccessRefusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ProblemAnswer answer;
    private final String serviceApp;

    AccessRefusals(ProblemAnswer answer, @Property(name = "tailback.service.app-url") String serviceApp) {
        this.answer = answer;
        this.serviceApp = serviceApp;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        HttpRequest<?> call = request;
        return answer.to(call, refusal.isForbidden() ? forbidden() : unauthorized());
    }

    private Problem unauthorized() {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Sign in first: at " + serviceApp + "/login for pages, with HTTP Basic or a bearer token of the"
                                + " service app for the API.")
                .says("access.sign-in", serviceApp)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tailback\", charset=\"UTF-8\"");
    }

    private static Problem forbidden() {
        return new Problem(
                HttpStatus.FORBIDDEN, "forbidden", "Your account may not do this. Ask an admin for the role that may.");
    }
}
