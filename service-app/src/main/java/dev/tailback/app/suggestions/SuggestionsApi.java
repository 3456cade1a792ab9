package dev.tailback.app.suggestions;

import dev.tailback.app.mapping.MappingText;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.OneLine;
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
import java.util.Optional;
import java.util.Set;

/** Helps admins to find a mapping for their org; nothing is saved here. */
@Tag(name = "org")
@Controller("/api/org/mapping")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionsApi {

    private static final String FIRST = "first";

    private final SuggestMapping suggestions;
    private final DryRun dryRun;

    SuggestionsApi(SuggestMapping suggestions, DryRun dryRun) {
        this.suggestions = suggestions;
        this.dryRun = dryRun;
    }

    /**
     * A mapping to try.
     *
     * @param yaml the mapping, of 64 KB at most
     * @param recordId Salesforce's id of a contract
     */
    @Serdeable
    record DryRunRequest(String yaml, String recordId) {}

    /**
     * Suggests objects, then fields, from what Salesforce describes to the integration user now. What the mapping in
     * use has already is kept.
     *
     * @param contractObject the object of contracts; without it, such objects are suggested
     * @param lineObject the object of sold lines; without it, children of the contract's object are suggested
     * @param usageObject the object of usage; without it, children of the line's object are suggested
     * @param sample a contract, to see what each candidate holds there: its id in Salesforce, its number, or {@code
     *     first}
     * @return the suggestions; 404 {@code unknown_object} for an object that is not there
     */
    @Get("/suggestions")
    SuggestionsView suggest(
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contractObject,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String lineObject,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String usageObject,
            @QueryValue(defaultValue = "") @OneLine(max = 80) String sample) {
        return suggestions.suggest(
                new ObjectNamesAsked(given(contractObject), given(lineObject), given(usageObject), sample(sample)));
    }

    /**
     * Shows what a mapping would read of one contract, and what would be sent for a made-up entry. Writes nothing.
     *
     * @param body the mapping and the contract
     * @return what would be read and sent; 400 {@code mapping_unreadable} with every reason when the text is no mapping
     */
    @Post("/dry-run")
    @RequestBody(content = @Content(schema = @Schema(implementation = DryRunRequest.class)))
    DryRunView tryIt(@Body JsonBody body) {
        JsonObject asked = body.object(Set.of(MappingText.FIELD, "recordId"));
        String yaml = MappingText.given(body, asked);
        String recordId = SalesforceId.required(asked, "recordId");
        asked.refuse();
        return dryRun.of(MappingText.of(yaml).mapping(), recordId);
    }

    private static SampleAsked sample(String given) {
        return given(given)
                .map(text -> SampleAsked.of(text.equals(FIRST) ? "" : text))
                .orElse(SampleAsked.NONE);
    }

    private static Optional<String> given(String name) {
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }
}
