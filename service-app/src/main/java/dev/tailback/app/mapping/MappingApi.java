package dev.tailback.app.mapping;

import dev.tailback.mapping.MappingYaml;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.TextRule;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
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
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** The mapping over HTTP: operators read and check it, admins change it. */
@Tag(name = "org")
@Controller("/api/org/mapping")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class MappingApi {

    private static final TextRule NOTE = TextRule.lines(500);

    private final MappingReading reading;
    private final ChangeMapping change;

    MappingApi(MappingReading reading, ChangeMapping change) {
        this.reading = reading;
        this.change = change;
    }

    /**
     * A text to check.
     *
     * @param yaml the mapping, of 64 KB at most
     */
    @Serdeable
    record CheckRequest(String yaml) {}

    /**
     * Another mapping.
     *
     * @param yaml the mapping, of 64 KB at most
     * @param note why; everybody who reads the versions sees it
     * @param leaveReported usage that was reported may stay where it is, although it is not found there any more
     */
    @Serdeable
    record ChangeRequest(String yaml, String note, boolean leaveReported) {}

    /**
     * An earlier mapping.
     *
     * @param version whose text is to be in use again; 0 for the one that Tailback brings along
     * @param note why
     * @param leaveReported usage that was reported may stay where it is, although it is not found there any more
     */
    @Serdeable
    record RollBackRequest(int version, String note, boolean leaveReported) {}

    /**
     * The mapping in use.
     *
     * @return the version, with its ETag
     */
    @Get
    HttpResponse<MappingView> inUse() {
        ActiveVersion active = reading.inUse();
        return HttpResponse.ok(reading.one(active.version())).header(HttpHeaders.ETAG, active.etag());
    }

    /**
     * The JSON Schema of a mapping's file, for editors.
     *
     * @return the schema
     */
    @Get("/schema")
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    String schema() {
        return MappingYaml.schema();
    }

    /**
     * One page of versions, the newest first.
     *
     * @param page from 0 to 2000, 50 versions each
     * @return the page
     */
    @Get("/versions")
    MappingVersionPage versions(@QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.page(page);
    }

    /**
     * One version, with its text and what it changed.
     *
     * @param version its number
     * @return the version
     */
    @Get("/versions/{version}")
    MappingView version(@Min(0) long version) {
        return reading.one(version);
    }

    /**
     * What a mapping would mean in the connected org, and what it would change. Changes nothing. When Salesforce cannot
     * be asked, the verdict is {@code unknown}.
     *
     * @param body the text
     * @return the verdict; 400 {@code mapping_unreadable} with every reason when the text is no mapping
     */
    @Post("/check")
    @RequestBody(content = @Content(schema = @Schema(implementation = CheckRequest.class)))
    MappingCheckView check(@Body JsonBody body) {
        JsonObject asked = body.object(Set.of(MappingText.FIELD));
        String yaml = MappingText.given(body, asked);
        asked.refuse();
        return change.check(MappingText.of(yaml));
    }

    /**
     * Puts another mapping in use, as the next version. It is checked against the connected org first.
     *
     * @param ifMatch the ETag of the version in use, as read
     * @param body the text, and why
     * @param principal who asks
     * @return the version in use now
     */
    @Put
    @Secured("admin")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    HttpResponse<MappingView> put(
            @Nullable @Header(HttpHeaders.IF_MATCH) @OneLine(max = 100) String ifMatch,
            @Body JsonBody body,
            Principal principal) {
        JsonObject asked = body.object(Set.of(MappingText.FIELD, "note", "leaveReported"));
        String yaml = MappingText.given(body, asked);
        String note = asked.requiredText("note", NOTE);
        boolean leavesReported = asked.flag("leaveReported");
        asked.refuse();
        return changed(new MappingOrder(
                principal.getName(),
                note,
                MappingText.of(yaml),
                MappingMatch.required(ifMatch),
                leavesReported,
                Optional.empty()));
    }

    /**
     * Puts the text of an earlier version in use again, as the next version. It is checked against the connected org
     * first.
     *
     * @param ifMatch the ETag of the version in use, as read
     * @param body which version, and why
     * @param principal who asks
     * @return the version in use now
     */
    @Post("/roll-back")
    @Secured("admin")
    @RequestBody(content = @Content(schema = @Schema(implementation = RollBackRequest.class)))
    HttpResponse<MappingView> rollBack(
            @Nullable @Header(HttpHeaders.IF_MATCH) @OneLine(max = 100) String ifMatch,
            @Body JsonBody body,
            Principal principal) {
        JsonObject asked = body.object(Set.of("version", "note", "leaveReported"));
        long version = asked.whole("version", 0, Integer.MAX_VALUE);
        String note = asked.requiredText("note", NOTE);
        boolean leavesReported = asked.flag("leaveReported");
        asked.refuse();
        return changed(new MappingOrder(
                principal.getName(),
                note,
                change.text(version),
                MappingMatch.required(ifMatch),
                leavesReported,
                Optional.of(version)));
    }

    private HttpResponse<MappingView> changed(MappingOrder order) {
        MappingView view = change.change(order);
        return HttpResponse.ok(view).header(HttpHeaders.ETAG, "\"" + view.version() + "\"");
    }
}
