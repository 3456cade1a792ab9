package dev.tailback.hub.pages;

import dev.tailback.web.input.Form;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** How a page answers: it shows a screen; or it does something, and shows what became of it. */
final class Answer {

    private Answer() {}

    static HttpResponse<?> show(String template, Visit visit, Object screen) {
        HttpStatus status = visit.refusal().map(Problem::status).orElse(HttpStatus.OK);
        return HttpResponse.status(status).body(new ModelAndView<>(template, Map.of("visit", visit, "screen", screen)));
    }

    /**
     * Goes on to another page, so that loading it again does nothing again.
     *
     * @param page what shows the refusal, with what was typed
     */
    static HttpResponse<?> act(
            Visit visit, Form form, Runnable act, String goOn, Function<Visit, HttpResponse<?>> page) {
        try {
            act.run();
            return HttpResponse.seeOther(URI.create(goOn));
        } catch (Problem refusal) {
            return page.apply(visit.refused(refusal, form));
        }
    }
}
