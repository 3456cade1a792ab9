package dev.tailback.web.problems;

import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ViewsRenderer;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Shows a problem as a small page with its sentence, its code and the way back. */
@Singleton
final class ProblemPage {

    private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer;

    ProblemPage(HtmlJteViewsRenderer<Map<String, Object>> renderer) {
        this.renderer = renderer;
    }

    MutableHttpResponse<?> on(MutableHttpResponse<?> response, HttpRequest<?> request, Problem problem) {
        problem.headers().forEach(response::header);
        return response.status(problem.status())
                .body(renderer.render("problem", model(request, problem), null))
                .contentType(new MediaType(MediaType.TEXT_HTML, Map.of("charset", "utf-8")));
    }

    private static Map<String, Object> model(HttpRequest<?> request, Problem problem) {
        Texts texts = Texts.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("problem", problem);
        model.put("texts", texts);
        model.put("title", title(problem.status(), texts));
        model.put("visitor", PageVisitor.of(request).orElse(null));
        return model;
    }

    private static String title(HttpStatus status, Texts texts) {
        return switch (status) {
            case NOT_FOUND -> texts.of("problem.title.not-found");
            case FORBIDDEN -> texts.of("problem.title.forbidden");
            case BAD_REQUEST -> texts.of("problem.title.invalid");
            case INTERNAL_SERVER_ERROR -> texts.of("problem.title.internal");
            case SERVICE_UNAVAILABLE -> texts.of("problem.title.unavailable");
            default -> texts.of("problem.title.not-now");
        };
    }
}
