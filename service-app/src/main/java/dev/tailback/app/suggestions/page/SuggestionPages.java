package dev.tailback.app.suggestions.page;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.mapping.ChangeMapping;
import dev.tailback.app.mapping.MappingMatch;
import dev.tailback.app.mapping.MappingOrder;
import dev.tailback.app.suggestions.SuggestionsView;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.input.WholeNumber;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Suggestions at a browser: three objects, a field for each idea, a look, and the change. */
@Hidden
@Controller("/console/mapping/suggestions")
@Produces(MediaType.TEXT_HTML)
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionPages {

    private static final TextRule NOTE = TextRule.lines(500);
    private static final WholeNumber VERSION = new WholeNumber(0, Integer.MAX_VALUE);
    private static final TextRule SAMPLE = TextRule.line(80);

    private final SuggestionScreens screens;
    private final LookAtMapping looks;
    private final ChangeMapping change;
    private final Visitors visitors;

    SuggestionPages(SuggestionScreens screens, LookAtMapping looks, ChangeMapping change, Visitors visitors) {
        this.screens = screens;
        this.looks = looks;
        this.change = change;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contractObject,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String lineObject,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String usageObject,
            @QueryValue(defaultValue = "") @OneLine(max = 80) String sample) {
        Visitor visitor = visitors.of(request, who);
        ObjectsTyped typed =
                new ObjectsTyped(contractObject.strip(), lineObject.strip(), usageObject.strip(), sample.strip());
        try {
            SuggestionsView offered = screens.offered(typed);
            return typed.isWhole()
                    ? page(screens.fields(visitor, typed, offered))
                    : page(screens.objects(visitor, typed, offered));
        } catch (Problem refusal) {
            return page(screens.again(visitor, typed, refusal));
        }
    }

    /** Changes nothing. */
    @Post("/look")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> look(HttpRequest<?> request, Authentication who, @Body Form form) {
        Visitor visitor = visitors.of(request, who);
        FieldsTyped typed = FieldsTyped.of(form);
        try {
            SAMPLE.checked("sample", typed.objects().sample());
            Optional<Look> look = form.text("what").equals("values")
                    ? Optional.empty()
                    : Optional.of(looks.at(
                            ChosenMapping.of(typed, screens.inUse()),
                            typed.objects().sample()));
            return page(screens.looked(visitor, typed, look));
        } catch (Problem refusal) {
            return refused(visitor, typed, refusal);
        }
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(HttpRequest<?> request, Authentication who, @Body Form form) {
        FieldsTyped typed = FieldsTyped.of(form);
        Visitor visitor = visitors.of(request, who);
        if (typed.beside().note().isEmpty()) {
            Trouble noNote =
                    new Trouble(HttpStatus.BAD_REQUEST, visitor.texts().of("mapping.note-missing"), Optional.empty());
            return page(screens.refused(visitor, typed, noNote, false));
        }
        try {
            long version = change.change(order(who, typed)).version();
            return HttpResponse.seeOther(URI.create("/console/mapping/versions/" + version));
        } catch (Problem refusal) {
            return refused(visitor, typed, refusal);
        }
    }

    private MappingOrder order(Authentication who, FieldsTyped typed) {
        return new MappingOrder(
                who.getName(),
                NOTE.required("note", typed.beside().note()),
                ChosenMapping.of(typed, screens.inUse()),
                new MappingMatch("\"" + VERSION.required("seen", typed.seen()) + "\""),
                typed.beside().leavesReported(),
                Optional.empty());
    }

    private HttpResponse<?> refused(Visitor visitor, FieldsTyped typed, Problem refusal) {
        boolean isOvertaken = refusal.code().equals("stale");
        return page(screens.refused(visitor, typed, Trouble.of(refusal, visitor.texts()), isOvertaken));
    }

    private static HttpResponse<?> page(ObjectsScreen screen) {
        return HttpResponse.status(screen.trouble().status())
                .body(new ModelAndView<>("console/suggestionobjects", Map.of("screen", screen)));
    }

    private static HttpResponse<?> page(FieldsScreen screen) {
        return HttpResponse.status(screen.trouble().status())
                .body(new ModelAndView<>("console/suggestionfields", Map.of("screen", screen)));
    }
}
