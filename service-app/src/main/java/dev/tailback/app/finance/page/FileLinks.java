package dev.tailback.app.finance.page;

import dev.tailback.app.finance.lines.FileAnswer;
import dev.tailback.app.finance.lines.LinesAsCsv;
import dev.tailback.app.finance.month.Export;
import dev.tailback.app.finance.month.LockedMonth;
import dev.tailback.app.finance.month.ReadLockedUsage;
import dev.tailback.app.finance.profiles.ExportProfiles;
import dev.tailback.app.finance.statements.Statements;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Min;

/** The files of finance behind addresses that a link can name; a link cannot say what it accepts. */
@Hidden
@Controller("/finance")
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class FileLinks {

    private final ReadLockedUsage locked;
    private final Months months;
    private final Statements statements;
    private final ExportProfiles profiles;

    FileLinks(ReadLockedUsage locked, Months months, Statements statements, ExportProfiles profiles) {
        this.locked = locked;
        this.months = months;
        this.statements = statements;
        this.profiles = profiles;
    }

    @Get("/file")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> month(@QueryValue(defaultValue = "") @OneLine(max = 10) String month) {
        LockedMonth read = Export.require(locked.read(months.scope(months.of(month))));
        byte[] file = LinesAsCsv.write(read.lines(), read.scope().zone());
        return FileAnswer.csv(file, "locked-usage-" + read.scope().word());
    }

    @Get("/statements/{number}/json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> document(@Min(1) long number) {
        return FileAnswer.json(statements.document(number), "statement-" + number);
    }

    @Get("/statements/{number}/csv")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> csv(@Min(1) long number) {
        return FileAnswer.csv(statements.csv(number), "statement-" + number);
    }

    @Get("/statements/{number}/export/{profile}")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> export(@Min(1) long number, @OneLine(max = 100) String profile) {
        return FileAnswer.csv(profiles.write(profile, number), "statement-" + number + "-" + profile);
    }
}
