package dev.tailback.app.suggestions;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a mapping would read of one contract and send for it. Nothing was written.
 *
 * @param contractId Salesforce's id of the contract
 * @param contract what would be read of the contract
 * @param lines what would be read of its lines, 20 at most
 * @param fulfilled whether the contract would count as fulfilled
 * @param sent the record that would be sent for a made-up entry on the first line, as JSON
 * @param notes what a person should know of it
 */
@Serdeable
public record DryRunView(
        String contractId,
        List<ValueView> contract,
        List<LineView> lines,
        boolean fulfilled,
        String sent,
        List<String> notes) {

    /**
     * One value.
     *
     * @param idea as {@code contract.number}
     * @param field as the mapping names it
     * @param value what the record holds; blank where it is empty
     */
    @Serdeable
    public record ValueView(String idea, String field, String value) {}

    /**
     * One sold line.
     *
     * @param id Salesforce's id of the line
     */
    @Serdeable
    public record LineView(String id, List<ValueView> values) {}
}
