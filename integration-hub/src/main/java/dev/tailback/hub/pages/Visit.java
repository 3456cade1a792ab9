package dev.tailback.hub.pages;

import dev.tailback.web.input.Form;
import dev.tailback.web.problems.PageVisitor;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Optional;

/**
 * Who looks at a page, in which language, and what became of what they sent.
 *
 * @param path of the page, for the navigation
 * @param typed what was sent and refused, so that nobody types it again
 */
public record Visit(
        Texts texts, String name, List<String> roles, String path, Optional<Form> typed, Optional<Problem> refusal) {

    public Visit {
        roles = List.copyOf(roles);
    }

    static Visit of(HttpRequest<?> request, Authentication who) {
        Visit visit = new Visit(
                Texts.of(request),
                who.getName(),
                List.copyOf(who.getRoles()),
                request.getPath(),
                Optional.empty(),
                Optional.empty());
        PageVisitor.tell(request, () -> Optional.of(visit));
        return visit;
    }

    Visit refused(Problem problem, Form form) {
        return new Visit(texts, name, roles, path, Optional.of(form), Optional.of(problem));
    }

    public boolean isOperator() {
        return roles.contains("operator");
    }

    public boolean isAdmin() {
        return roles.contains("admin");
    }

    /** Whether the page or one below it is shown. */
    public boolean isAt(String place) {
        return path.equals(place) || !place.equals("/") && path.startsWith(place + "/");
    }

    /** What was typed there; empty where nothing was refused. */
    public String typed(String field) {
        return typed.map(form -> form.text(field)).orElse("");
    }

    /** The same, on a page with one form for each thing: only in the form of the thing that was sent. */
    public String typed(String field, String key, String value) {
        return typed(key).equals(value) ? typed(field) : "";
    }

    public Optional<String> sentence() {
        return refusal.map(problem -> ProblemSentence.of(problem, texts));
    }

    /** What the refusal says more exactly, in English. */
    public Optional<String> detail() {
        return refusal.map(Problem::detail).filter(detail -> !sentence().equals(Optional.of(detail)));
    }
}
