package dev.tailback.app.generation;

import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.salesforce.SalesforceProblem;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.generator.Choice;
import dev.tailback.mapping.generator.Generated;
import dev.tailback.mapping.generator.Generator;
import dev.tailback.mapping.generator.GeneratorRefused;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Describes what a mapping names, live, and generates what is missing of it. */
@Singleton
class GenerateSource {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final ActiveMapping active;
    private final MappedSchemaReader schemas;

    GenerateSource(ActiveMapping active, SalesforceSession session) {
        this.active = active;
        this.schemas = new MappedSchemaReader(session);
    }

    /**
     * @param yaml another mapping than the one in use
     * @throws Problem 400 or 409 {@code not_generated} with every reason, or why Salesforce cannot be asked
     */
    Generated generate(Optional<String> yaml, Choice choice) {
        Mapping mapping =
                yaml.map(GenerateSource::read).orElseGet(() -> active.now().mapping());
        try {
            choice.require();
            return Generator.generate(mapping, described(mapping, choice), choice);
        } catch (GeneratorRefused refused) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "not_generated",
                    "Nothing was generated, because it would not work in the connected org. ",
                    refused.reasons());
        }
    }

    private static Mapping read(String yaml) {
        try {
            return MappingYaml.readForNewUsage(yaml);
        } catch (MappingInvalid invalid) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "not_generated",
                    "Nothing was generated, because the text is no mapping. ",
                    invalid.reasons());
        }
    }

    private static Problem problem(HttpStatus status, String code, String beginning, List<String> reasons) {
        return new Problem(status, code, beginning + String.join(" ", reasons)).with("reasons", reasons);
    }

    private OrgSchema described(Mapping mapping, Choice choice) {
        return schemas.read(choice.named(mapping))
                .fold(
                        Reading.Found::value,
                        () -> {
                            throw SalesforceProblem.refused("its objects", "NOT_FOUND", "They are not there.");
                        },
                        refused -> {
                            throw SalesforceProblem.refused("its objects", refused.code(), refused.reason());
                        },
                        unavailable -> {
                            throw SalesforceProblem.unavailable(
                                    unavailable.code(),
                                    unavailable.reason(),
                                    "Nothing was generated. Try again when it is back.",
                                    RETRY_AFTER_SECONDS);
                        });
    }
}
