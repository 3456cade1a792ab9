package dev.tailback.app.suggestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * Suggestions from what Salesforce describes to the integration user now. Objects come first: while no contract's
 * object is chosen, only such objects are suggested, then lines, then usage. Fields come as soon as contract and line
 * are chosen.
 *
 * @param contractObjects while none is chosen
 * @param lineObjects children of the contract, while none is chosen
 * @param usageObjects children of the line, while none is chosen
 * @param listedAs how the contract lists its lines; missing where it cannot
 * @param fulfilledWhen the values that mean that a contract is done; none where no value says so
 * @param ideas required ones first within each object
 * @param fields all fields of the chosen objects, for the case that no candidate is right
 * @param file all that as a mapping file with the reasons as comments; missing while no line is chosen
 * @param sample what the samples are of, or why there are none
 * @param sampleId of the contract whose values they are
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SuggestionsView(
        List<ObjectView> contractObjects,
        List<ObjectView> lineObjects,
        List<ObjectView> usageObjects,
        Optional<String> listedAs,
        List<String> fulfilledWhen,
        List<IdeaView> ideas,
        List<FieldView> fields,
        Optional<String> file,
        String sample,
        Optional<String> sampleId) {

    /** While objects are still to be chosen. */
    static SuggestionsView ofObjects(List<ObjectView> contracts, List<ObjectView> lines) {
        return new SuggestionsView(
                contracts,
                lines,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Samples.NOT_ASKED,
                Optional.empty());
    }
}
