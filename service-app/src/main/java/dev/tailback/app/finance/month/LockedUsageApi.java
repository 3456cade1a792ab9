package dev.tailback.app.finance.month;

import dev.tailback.app.finance.lines.FileAnswer;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.FinanceSettings;
import dev.tailback.app.finance.lines.LinesAsCsv;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Locked usage over HTTP. */
@Tag(name = "finance")
@Controller("/api/finance")
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class LockedUsageApi {

    private final ReadLockedUsage locked;
    private final ReadOpenUsage open;
    private final FinanceSettings settings;

    LockedUsageApi(ReadLockedUsage locked, ReadOpenUsage open, FinanceSettings settings) {
        this.locked = locked;
        this.open = open;
        this.settings = settings;
    }

    /**
     * Locked usage, read live from Salesforce and compared with the ledger. As CSV it is a file of all lines, and is
     * refused while ledger and Salesforce differ.
     *
     * @param request says with Accept which form is asked for
     * @param from the first day, such as 2026-11-01, by the time of the lock
     * @param to the first day after it
     * @param contractId one contract; from and to may then be left out
     * @param page from 0; 200 lines each; the file has all
     * @return the page and the sums of all pages, or the file
     */
    @Get("/locked-usage")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = LockedUsageView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<?> show(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") @OneLine(max = 10) String from,
            @QueryValue(defaultValue = "") @OneLine(max = 10) String to,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contractId,
            @QueryValue(defaultValue = "0") @Min(0) @Max(500) int page) {
        FinanceScope scope = scope(from, to, contractId);
        LockedMonth month = locked.read(scope);
        return FileAnswer.wantsCsv(request)
                ? FileAnswer.csv(
                        LinesAsCsv.write(Export.require(month).lines(), scope.zone()), "locked-usage-" + scope.word())
                : HttpResponse.ok(LockedUsageView.of(month, page)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * What is still open for the same scope.
     *
     * @param from the first day
     * @param to the first day after it
     * @param contractId one contract
     * @return entries that Salesforce has not accepted, and contracts with usage that are not fulfilled
     */
    @Get("/open")
    OpenUsage open(
            @QueryValue(defaultValue = "") @OneLine(max = 10) String from,
            @QueryValue(defaultValue = "") @OneLine(max = 10) String to,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contractId) {
        FinanceScope scope = scope(from, to, contractId);
        return open.read(scope, locked.read(scope).contracts());
    }

    private FinanceScope scope(String from, String to, String contractId) {
        return FinanceScope.asked(from, to, contractId, settings.zoneId());
    }
}
