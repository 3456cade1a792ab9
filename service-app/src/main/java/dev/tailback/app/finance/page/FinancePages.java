package dev.tailback.app.finance.page;

import dev.tailback.app.finance.closing.Closings;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.page.FinanceScreen.Note;
import dev.tailback.app.finance.page.FinanceScreen.Trouble;
import dev.tailback.app.finance.statements.CloseUsage;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
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
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page of a month: what is locked, what is open, and the forms that close. */
@Hidden
@Controller("/finance")
@Produces(MediaType.TEXT_HTML)
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class FinancePages {

    private static final TextRule REASON = TextRule.lines(500);

    private final FinanceScreens screens;
    private final CloseUsage close;
    private final Closings closings;
    private final Visitors visitors;
    private final Months months;

    FinancePages(FinanceScreens screens, CloseUsage close, Closings closings, Visitors visitors, Months months) {
        this.screens = screens;
        this.close = close;
        this.closings = closings;
        this.visitors = visitors;
        this.months = months;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 10) String month,
            @QueryValue(defaultValue = "") @OneLine(max = 20) String done,
            @QueryValue(defaultValue = "0") @Min(0) @Max(500) int page) {
        return page(HttpStatus.OK, request, who, months.of(month), page, new Note(Optional.empty(), "", done));
    }

    @Post("/close")
    @Secured({"finance", "admin"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(request, who, form, () -> {
            Optional<String> contract = contract(form);
            FinanceScope scope =
                    contract.map(months::scope).orElseGet(() -> months.scope(months.of(form.text("month"))));
            return "/finance/statements/" + close.close(scope, who.getName(), reason(form)) + "?done=closed";
        });
    }

    @Post("/closings")
    @Secured({"finance", "operator", "admin"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(request, who, form, () -> {
            String reason = REASON.required("reason", form.text("reason").strip());
            closings.ask(contract(form).orElse(""), who.getName(), reason);
            return "/finance?month=" + months.of(form.text("month")) + "&done=closing";
        });
    }

    @Post("/closings/take-back")
    @Secured({"finance", "operator", "admin"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(request, who, form, () -> {
            String reason = REASON.required("reason", form.text("reason").strip());
            closings.takeBack(contract(form).orElse(""), who.getName(), reason);
            return "/finance?month=" + months.of(form.text("month")) + "&done=taken-back";
        });
    }

    /** After a refusal the page comes again, with the sentence and what was typed. */
    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, Form form, Supplier<String> action) {
        try {
            return HttpResponse.seeOther(URI.create(action.get()));
        } catch (Problem refusal) {
            Note note = new Note(Optional.of(Trouble.of(refusal, Texts.of(request))), form.text("reason"), "");
            return page(refusal.status(), request, who, months.of(form.text("month")), 0, note);
        }
    }

    private HttpResponse<?> page(
            HttpStatus status, HttpRequest<?> request, Authentication who, YearMonth month, int page, Note note) {
        FinanceScope scope = months.scope(month);
        FinanceScreen screen = screens.of(visitors.of(request, who), month, scope, page, note);
        return HttpResponse.status(status).body(new ModelAndView<>("finance", Map.of("screen", screen)));
    }

    private static Optional<String> contract(Form form) {
        return Optional.of(form.text("contractId").strip())
                .filter(id -> !id.isEmpty())
                .map(SalesforceId::spelledOut);
    }

    private static Optional<String> reason(Form form) {
        return Optional.of(form.text("reason", REASON).strip()).filter(reason -> !reason.isEmpty());
    }
}
