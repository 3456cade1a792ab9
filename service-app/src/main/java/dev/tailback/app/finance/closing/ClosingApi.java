package dev.tailback.app.finance.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.finance.lines.FinanceProblems;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.TextRule;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Set;

/** Closing contracts over HTTP. */
@Tag(name = "finance")
@Controller("/api/finance")
@Secured({"finance", "operator", "admin", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ClosingApi {

    private static final TextRule REASON = TextRule.lines(500);

    private final Closings closings;
    private final EndingContracts ending;

    ClosingApi(Closings closings, EndingContracts ending) {
        this.closings = closings;
        this.ending = ending;
    }

    /** Contracts that close now. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClosingList(List<ClosingView> closings) {}

    /** Contracts whose last day nears with entries unsent. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EndingList(List<EndingContract> contracts) {}

    /** Which contract, and why. */
    @Serdeable
    record ClosingRequest(String contractId, String reason) {}

    /** Why. */
    @Serdeable
    record Because(String reason) {}

    /**
     * Contracts that were asked to close, with what is unsent of each.
     *
     * @return 200 at most, the oldest first
     */
    @Get("/closings")
    ClosingList list() {
        return new ClosingList(closings.all());
    }

    /**
     * Asks a contract to close: nothing new is booked on it, what is booked is sent, and then it is safe to fulfil.
     *
     * @param body which contract, and why
     * @param principal who asks
     * @return how it stands
     */
    @Post("/closings")
    @Secured({"finance", "operator", "admin"})
    @RequestBody(content = @Content(schema = @Schema(implementation = ClosingRequest.class)))
    HttpResponse<ClosingView> ask(@Body JsonBody body, Principal principal) {
        JsonObject asked = body.object(Set.of("contractId", "reason"));
        String contractId = SalesforceId.required(asked, "contractId");
        String reason = asked.requiredText("reason", REASON);
        asked.refuse();
        return HttpResponse.created(closings.ask(contractId, principal.getName(), reason));
    }

    /**
     * Takes a closing back: units are booked on the contract again.
     *
     * @param contractId of the contract
     * @param body why
     * @param principal who asks
     * @return nothing
     */
    @Post("/closings/{contractId}/take-back")
    @Secured({"finance", "operator", "admin"})
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    HttpResponse<?> takeBack(@OneLine(max = 255) String contractId, @Body JsonBody body, Principal principal) {
        JsonObject asked = body.object(Set.of("reason"));
        String reason = asked.requiredText("reason", REASON);
        asked.refuse();
        closings.takeBack(SalesforceId.spelledOut(contractId), principal.getName(), reason);
        return HttpResponse.noContent();
    }

    /**
     * Contracts whose last day nears, or is over, while entries of them are unsent. Read live.
     *
     * @param days how near, from 0 to 366
     * @return the contracts, the nearest end first
     */
    @Get("/ending")
    EndingList ending(@QueryValue(defaultValue = "30") @Min(0) @Max(366) int days) {
        return new EndingList(FinanceProblems.require(ending.within(days)));
    }
}
