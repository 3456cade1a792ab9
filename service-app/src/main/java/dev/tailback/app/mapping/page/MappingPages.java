package dev.tailback.app.mapping.page;

import dev.tailback.app.drift.DriftReading;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.mapping.ChangeMapping;
import dev.tailback.app.mapping.MappingCheckView;
import dev.tailback.app.mapping.MappingMatch;
import dev.tailback.app.mapping.MappingOrder;
import dev.tailback.app.mapping.MappingReading;
import dev.tailback.app.mapping.MappingText;
import dev.tailback.app.mapping.page.MappingScreen.Typed;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.input.WholeNumber;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The mapping at a browser. Operators look and check, admins change. */
@Hidden
@Controller("/console/mapping")
@Produces(MediaType.TEXT_HTML)
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class MappingPages {

    private static final TextRule NOTE = TextRule.lines(500);
    private static final WholeNumber VERSION = new WholeNumber(0, Integer.MAX_VALUE);

    private final MappingReading reading;
    private final ChangeMapping change;
    private final DriftReading drift;
    private final Visitors visitors;

    MappingPages(MappingReading reading, ChangeMapping change, DriftReading drift, Visitors visitors) {
        this.reading = reading;
        this.change = change;
        this.drift = drift;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        ActiveVersion inUse = reading.inUse();
        Typed untouched = new Typed(inUse.yaml(), "", false);
        return page(
                HttpStatus.OK,
                new MappingScreen(
                        visitors.of(request, who),
                        inUse,
                        reading.page(page),
                        untouched,
                        Optional.empty(),
                        drift.now(),
                        ""));
    }

    @Get("/versions/{version}")
    HttpResponse<?> version(HttpRequest<?> request, Authentication who, @Min(0) long version) {
        MappingVersionScreen screen = new MappingVersionScreen(
                visitors.of(request, who), reading.one(version), reading.inUse().version());
        return HttpResponse.ok(new ModelAndView<>("console/mappingversion", Map.of("screen", screen)));
    }

    /** Changes nothing. */
    @Post("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(HttpRequest<?> request, Authentication who, @Body Form form) {
        Visitor visitor = visitors.of(request, who);
        try {
            return page(HttpStatus.OK, screen(visitor, form, Optional.of(change.check(MappingText.typed(form))), ""));
        } catch (Problem refusal) {
            return refused(visitor, form, refusal);
        }
    }

    @Post
    @Secured("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(request, who, form, () -> order(who, form, MappingText.typed(form), Optional.empty()));
    }

    @Post("/roll-back")
    @Secured("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rollBack(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(request, who, form, () -> {
            long version = VERSION.required("version", form.text("version"));
            return order(who, form, change.text(version), Optional.of(version));
        });
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, Form form, Supplier<MappingOrder> order) {
        try {
            long version = change.change(order.get()).version();
            return HttpResponse.seeOther(URI.create("/console/mapping/versions/" + version));
        } catch (Problem refusal) {
            return refused(visitors.of(request, who), form, refusal);
        }
    }

    private static MappingOrder order(Authentication who, Form form, MappingText text, Optional<Long> rolledBackTo) {
        int seen = VERSION.required("seen", form.text("seen"));
        return new MappingOrder(
                who.getName(),
                NOTE.required("note", form.text("note").strip()),
                text,
                new MappingMatch("\"" + seen + "\""),
                leavesReported(form),
                rolledBackTo);
    }

    private static boolean leavesReported(Form form) {
        return form.text("leaveReported").equals("yes");
    }

    private HttpResponse<?> refused(Visitor visitor, Form form, Problem refusal) {
        boolean isNote = refusal.members().toString().contains("field=note");
        String sentence =
                isNote ? visitor.texts().of("mapping.note-missing") : ProblemSentence.of(refusal, visitor.texts());
        return page(refusal.status(), screen(visitor, form, Optional.empty(), sentence));
    }

    private MappingScreen screen(Visitor visitor, Form form, Optional<MappingCheckView> checked, String error) {
        ActiveVersion inUse = reading.inUse();
        String yaml = form.text("yaml").isBlank() ? inUse.yaml() : form.text("yaml");
        Typed typed = new Typed(yaml, form.text("note"), leavesReported(form));
        return new MappingScreen(visitor, inUse, reading.page(0), typed, checked, drift.now(), error);
    }

    private static HttpResponse<?> page(HttpStatus status, MappingScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("console/mapping", Map.of("screen", screen)));
    }
}
