package dev.tailback.app.problems;

import dev.tailback.app.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ViewsRenderer;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
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
                .body(renderer.render("problem", Map.of("problem", problem, "texts", Texts.of(request)), null))
                .contentType(new MediaType(MediaType.TEXT_HTML, Map.of("charset", "utf-8")));
    }
}
