package dev.tailback.app.requests;

import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.TextRule;
import io.micronaut.core.annotation.Nullable;
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
import java.net.URI;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/** Correction requests over HTTP. */
@Tag(name = "correction requests")
@Controller("/api/correction-requests")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RequestsApi {

    private final AskCorrection ask;
    private final AnswerRequest answer;
    private final RequestReading reading;

    RequestsApi(AskCorrection ask, AnswerRequest answer, RequestReading reading) {
        this.ask = ask;
        this.answer = answer;
        this.reading = reading;
    }

    /**
     * One page of requests, the newest first.
     *
     * @param state one of Open, Accepted, Corrected, Refused, Taken back
     * @param page from 0 to 2000, 50 requests each
     * @return the page; an empty one is an answer too
     */
    @Get
    RequestPage list(
            @QueryValue(defaultValue = "") @OneLine(max = 20) String state,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.page(RequestState.asked(state), page);
    }

    /**
     * One request with its history.
     *
     * @param id the request's id
     * @return the request
     */
    @Get("/{id}")
    RequestView one(UUID id) {
        return reading.get(id);
    }

    /**
     * Asks finance to change a locked entry.
     *
     * @param body the entry, the units that would be right (0 when it should not count), and the reason
     * @param principal who asks
     * @return the new request
     */
    @Post
    @Secured({"service", "operator"})
    @RequestBody(content = @Content(schema = @Schema(implementation = AskedCorrection.class)))
    HttpResponse<RequestView> ask(@Body JsonBody body, Principal principal) {
        UUID id = ask.ask(AskedCorrection.of(body), principal.getName());
        return HttpResponse.created(reading.get(id), URI.create("/api/correction-requests/" + id));
    }

    /**
     * Accepts a request: the correction is made as soon as the contract is open in Salesforce.
     *
     * @param id the request's id
     * @param body optionally the reason
     * @param principal who answers
     * @return the request as it is now
     */
    @Post("/{id}/accept")
    @Secured("finance")
    @RequestBody(content = @Content(schema = @Schema(implementation = Answer.class)))
    RequestView accept(UUID id, @Body @Nullable JsonBody body, Principal principal) {
        answer.accept(id, principal.getName(), Answer.optional(body));
        return reading.get(id);
    }

    /**
     * Refuses a request.
     *
     * @param id the request's id
     * @param body the reason, which the service team reads
     * @param principal who answers
     * @return the request as it is now
     */
    @Post("/{id}/refuse")
    @Secured("finance")
    @RequestBody(content = @Content(schema = @Schema(implementation = Answer.class)))
    RequestView refuse(UUID id, @Body JsonBody body, Principal principal) {
        answer.refuse(id, principal.getName(), Answer.required(body));
        return reading.get(id);
    }

    /**
     * Takes a request back.
     *
     * @param id the request's id
     * @param body optionally the reason
     * @param principal who takes it back
     * @return the request as it is now
     */
    @Post("/{id}/take-back")
    @Secured({"service", "operator"})
    @RequestBody(content = @Content(schema = @Schema(implementation = Answer.class)))
    RequestView takeBack(UUID id, @Body @Nullable JsonBody body, Principal principal) {
        answer.takeBack(id, principal.getName(), Answer.optional(body));
        return reading.get(id);
    }

    /** The reason of an answer, up to 500 characters. */
    @Serdeable
    record Answer(@Nullable String reason) {

        private static final TextRule RULE = TextRule.lines(500);

        @Nullable
        static String optional(@Nullable JsonBody body) {
            if (body == null) {
                return null;
            }
            JsonObject fields = body.object(Set.of("reason"));
            String reason = fields.text("reason", RULE).orElse(null);
            fields.refuse();
            return reason;
        }

        static String required(JsonBody body) {
            JsonObject fields = body.object(Set.of("reason"));
            String reason = fields.requiredText("reason", RULE);
            fields.refuse();
            return reason;
        }
    }
}
