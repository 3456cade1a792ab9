package dev.tailback.app.generation;

import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.generator.Choice;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
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

/** The source of what the connected org lacks, over HTTP. */
@Tag(name = "org")
@Controller("/api/org/generate")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class GenerateApi {

    private static final TextRule YAML = TextRule.lines(MappingYaml.LARGEST);
    private static final TextRule NAME = TextRule.line(80);

    private final GenerateSource source;

    GenerateApi(GenerateSource source) {
        this.source = source;
    }

    /**
     * What to generate.
     *
     * @param yaml a mapping of 64 KB at most, which may lack the part usage; without it, the mapping in use is taken
     * @param usageObject what the usage object shall be called; without it, as the mapping says
     * @param prefix stands before each new name on the contract's and the line's object
     * @param lookup whether the usage is tied to the line by a lookup, also where it could be a detail of it
     */
    @Serdeable
    record GenerateRequest(String yaml, String usageObject, String prefix, boolean lookup) {}

    /**
     * Generates an SFDX project with what the connected org lacks around the lines of a mapping, as Salesforce describes
     * the org now. Names of the mapping that the org does not have are names to make. Changes nothing.
     *
     * @param body what to generate
     * @return some 30 files; 400 or 409 {@code not_generated} with every reason when the text is no mapping, or nothing that
     *     works can be made
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = GenerateRequest.class)))
    GeneratedView generate(@Body JsonBody body) {
        JsonObject asked = body.object(Set.of("yaml", "usageObject", "prefix", "lookup"));
        Optional<String> yaml = asked.text("yaml", YAML);
        Choice choice = new Choice(
                asked.text("usageObject", NAME), asked.text("prefix", NAME).orElse(""), asked.flag("lookup"));
        asked.refuse();
        return GeneratedView.of(source.generate(yaml, choice));
    }
}
