package dev.tailback.app.access;

import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.web.input.Fragment;
import dev.tailback.web.problems.Problem;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * What happens to a call that may not pass: a person at a browser who is not logged in goes to the login page and comes
 * back after it; everyone else gets a problem: {@code unauthorized}, {@code forbidden} or {@code form_expired}.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AccessRefusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ErrorResponseProcessor<?> answers;

    AccessRefusals(ErrorResponseProcessor<?> answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface of the framework is declared with the raw type
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
        HttpRequest<?> call = request;
        if (call.getAttribute(FormToken.REFUSED).isPresent()) {
            return canBeKept(call) ? toBeKept(call) : answer(call, formExpired());
        }
        if (refusal.isForbidden()) {
            return mustChoosePassword(refusal) ? toOwnAccount(call) : answer(call, forbidden());
        }
        return isPage(call) ? toLogin(call) : answer(call, unauthorized(call));
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Problem problem) {
        ErrorContext context = ErrorContext.builder(request).cause(problem).build();
        return answers.processResponse(context, HttpResponse.status(problem.status()));
    }

    private static boolean isPage(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api/")
                && (Fragment.isAsked(request) || request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals));
    }

    private static boolean mustChoosePassword(AuthorizationException refusal) {
        return refusal.getAuthentication() != null && SessionTokens.mustChoosePassword(refusal.getAuthentication());
    }

    private MutableHttpResponse<?> toOwnAccount(HttpRequest<?> request) {
        return isPage(request)
                ? HttpResponse.seeOther(URI.create("/account"))
                : answer(request, passwordChangeNeeded());
    }

    // A fragment cannot show a login page inside a table; the page that asked offers to sign in again in place.
    private static MutableHttpResponse<?> toLogin(HttpRequest<?> request) {
        if (Fragment.isAsked(request)) {
            return HttpResponse.unauthorized();
        }
        if (canBeKept(request)) {
            return toBeKept(request);
        }
        boolean canComeBack = request.getMethodName().equals("GET");
        UriBuilder login = UriBuilder.of(FormToken.LOGIN);
        return HttpResponse.seeOther(
                canComeBack ? login.queryParam("next", request.getUri()).build() : login.build());
    }

    /** A form that a page of ours sent: a browser says where a form comes from, and ForeignWrites has looked at that. */
    private static boolean canBeKept(HttpRequest<?> request) {
        boolean fromPage = request.getHeaders().contains(HttpHeaders.ORIGIN)
                || request.getHeaders().contains("Sec-Fetch-Site");
        boolean form = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isPresent();
        boolean entrance = request.getPath().startsWith(FormToken.LOGIN)
                || request.getPath().equals("/logout");
        boolean wholePage = isPage(request) && !Fragment.isAsked(request);
        return request.getMethodName().equals("POST") && wholePage && fromPage && form && !entrance;
    }

    // 307: the browser sends the same form once more, to where it is kept.
    private static MutableHttpResponse<?> toBeKept(HttpRequest<?> request) {
        return HttpResponse.temporaryRedirect(
                UriBuilder.of(FormToken.KEEP).queryParam("to", request.getUri()).build());
    }

    private static Problem unauthorized(HttpRequest<?> request) {
        boolean tried = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        tried
                                ? "The name, password or token is wrong or has expired."
                                : "Log in first: HTTP Basic or a bearer token for the API, /login for pages.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tailback\", charset=\"UTF-8\"");
    }

    private static Problem forbidden() {
        return new Problem(
                HttpStatus.FORBIDDEN, "forbidden", "Your account may not do this. Ask an admin for the role that may.");
    }

    private static Problem passwordChangeNeeded() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "password_change_needed",
                "Your password is for one sign-in only. Choose your own first: on the page /account, or PUT"
                        + " /api/accounts/{name}/password.");
    }

    private static Problem formExpired() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "form_expired",
                "This form is too old or did not come from our own page, so nothing was saved. Go back, reload and send it"
                        + " again.");
    }
}
