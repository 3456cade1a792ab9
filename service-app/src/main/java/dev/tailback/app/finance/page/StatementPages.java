package dev.tailback.app.finance.page;

import dev.tailback.app.finance.lines.UsageLine;
import dev.tailback.app.finance.profiles.ExportProfiles;
import dev.tailback.app.finance.statements.StatementSum;
import dev.tailback.app.finance.statements.StatementView;
import dev.tailback.app.finance.statements.Statements;
import dev.tailback.app.layout.Visitors;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;

/** A statement as people read and print it. */
@Hidden
@Controller("/finance/statements")
@Produces(MediaType.TEXT_HTML)
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class StatementPages {

    private final Statements statements;
    private final ExportProfiles profiles;
    private final Visitors visitors;

    StatementPages(Statements statements, ExportProfiles profiles, Visitors visitors) {
        this.statements = statements;
        this.profiles = profiles;
        this.visitors = visitors;
    }

    @Get("/{number}")
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @Min(1) long number,
            @QueryValue(defaultValue = "") @OneLine(max = 20) String done) {
        StatementView statement = statements.one(number);
        List<UsageLine> lines = statements.lines(number);
        StatementScreen screen = new StatementScreen(
                visitors.of(request, who),
                statement,
                lines.stream().limit(StatementScreen.SHOWN).toList(),
                StatementSum.of(lines),
                profiles.names(),
                done.equals("closed"));
        return HttpResponse.ok(new ModelAndView<>("statement", Map.of("screen", screen)));
    }
}
