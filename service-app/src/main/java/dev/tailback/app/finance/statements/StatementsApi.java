package dev.tailback.app.finance.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.FileAnswer;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.FinanceSettings;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.TextRule;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Close statements over HTTP. */
@Tag(name = "finance")
@Controller("/api/finance")
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class StatementsApi {

    private static final TextRule TEXT = TextRule.line(255);
    private static final TextRule REASON = TextRule.lines(500);

    private final Statements statements;
    private final CloseUsage close;
    private final StatementKeys keys;
    private final FinanceSettings settings;

    StatementsApi(Statements statements, CloseUsage close, StatementKeys keys, FinanceSettings settings) {
        this.statements = statements;
        this.close = close;
        this.keys = keys;
        this.settings = settings;
    }

    /** One page of statements. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StatementPage(List<StatementView> statements, int page, boolean more) {}

    /** All public keys that ever signed. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PublicKeys(List<StatementKeys.PublicKey> keys) {}

    /**
     * What to close: a span of days, or a contract.
     *
     * @param from the first day
     * @param to the first day after it
     * @param reason why it is closed although something is unresolved
     */
    @Serdeable
    record CloseRequest(String from, String to, String contractId, String reason) {}

    /**
     * One page of statements, the newest first.
     *
     * @param page from 0 to 2000; 50 statements each
     * @return the page; an empty one is an answer too
     */
    @Get("/statements")
    StatementPage list(@QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        List<StatementView> read = statements.page(page);
        return new StatementPage(Paging.shown(read), page, Paging.more(read));
    }

    /**
     * Closes a period or a contract: takes what ledger and Salesforce both hold and no statement has closed, and signs
     * it. What has changed since an earlier statement becomes reversals and replacements.
     *
     * @param body what to close
     * @param principal who asks
     * @return the statement
     */
    @Post("/statements")
    @Secured({"finance", "admin"})
    @RequestBody(content = @Content(schema = @Schema(implementation = CloseRequest.class)))
    HttpResponse<StatementView> close(@Body JsonBody body, Principal principal) {
        JsonObject asked = body.object(Set.of("from", "to", "contractId", "reason"));
        String from = asked.text("from", TEXT).orElse("");
        String to = asked.text("to", TEXT).orElse("");
        String contractId = asked.text("contractId", TEXT).orElse("");
        Optional<String> reason = asked.text("reason", REASON);
        asked.refuse();
        FinanceScope scope = FinanceScope.asked(from, to, contractId, settings.zoneId());
        long number = close.close(scope, principal.getName(), reason);
        return HttpResponse.created(statements.one(number), URI.create("/api/finance/statements/" + number));
    }

    /**
     * What the next statement of a scope would hold: its differences against the last one, and what is unresolved.
     *
     * @param from the first day
     * @param to the first day after it
     * @param contractId one contract
     * @return the differences
     */
    @Get("/differences")
    Preview differences(
            @QueryValue(defaultValue = "") @OneLine(max = 10) String from,
            @QueryValue(defaultValue = "") @OneLine(max = 10) String to,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contractId) {
        return close.preview(FinanceScope.asked(from, to, contractId, settings.zoneId()));
    }

    /**
     * A statement, byte for byte as it was made: the signed document, or its lines as CSV, whose SHA-256 the document
     * names.
     *
     * @param request says with Accept which form is asked for
     * @param number of the statement
     * @return the file
     */
    @Get("/statements/{number}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<?> one(HttpRequest<?> request, @Min(1) long number) {
        return FileAnswer.wantsCsv(request)
                ? FileAnswer.csv(statements.csv(number), "statement-" + number)
                : FileAnswer.json(statements.document(number), "statement-" + number);
    }

    /**
     * The public keys that statements are signed with.
     *
     * @return all that ever signed, the newest first
     */
    @Get("/statement-keys")
    @Secured({"service", "finance", "operator", "admin", "viewer"})
    PublicKeys keys() {
        return new PublicKeys(keys.all());
    }
}
