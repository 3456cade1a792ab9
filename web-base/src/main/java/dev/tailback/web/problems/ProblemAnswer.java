package dev.tailback.web.problems;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Answers a problem in the form its reader can use: a page for a person at a browser, JSON for everyone else. */
@Singleton
public final class ProblemAnswer {

    private final ProblemPage page;

    ProblemAnswer(ProblemPage page) {
        this.page = page;
    }

    public MutableHttpResponse<?> to(HttpRequest<?> request, Problem problem) {
        return on(HttpResponse.status(problem.status()), request, problem);
    }

    MutableHttpResponse<?> on(MutableHttpResponse<?> response, HttpRequest<?> request, Problem problem) {
        if (request.getMethod() == HttpMethod.HEAD) {
            problem.headers().forEach(response::header);
            return response.status(problem.status()).body(null);
        }
        return wantsPage(request) ? page.on(response, request, problem) : ProblemBody.on(response, request, problem);
    }

    private static boolean wantsPage(HttpRequest<?> request) {
        return !request.getPath().startsWith("/api/")
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
    }
}
