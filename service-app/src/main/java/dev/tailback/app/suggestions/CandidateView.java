package dev.tailback.app.suggestions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.suggestion.Candidate;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * A field that may be right.
 *
 * @param field as a mapping names it: a field, or a path over a lookup
 * @param label of the field, or of the lookup that the path goes over
 * @param type Salesforce's word; {@code name} over a lookup
 * @param length letters, 0 where the type has none
 * @param precision digits, 0 where the type has none
 * @param scale digits after the point
 * @param createable whether the integration user may fill it in a new record
 * @param updateable whether the integration user may change it
 * @param calculated a formula or a roll-up
 * @param unique whether Salesforce refuses a second record with the same value
 * @param externalId whether Salesforce finds a record by it
 * @param confidence {@code sure}, {@code likely} or {@code perhaps}
 * @param sample what the chosen record holds there; blank where it is empty, missing where nothing was read
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CandidateView(
        String field,
        String label,
        String type,
        int length,
        int precision,
        int scale,
        boolean createable,
        boolean updateable,
        boolean calculated,
        boolean unique,
        boolean externalId,
        String confidence,
        List<ReasonView> reasons,
        Optional<String> sample) {

    /** The type of what a lookup leads to. */
    static final String NAME = "name";

    static CandidateView of(Candidate candidate, Optional<String> sample) {
        OrgField field = candidate.field();
        boolean isOwn = candidate.path().equals(field.name());
        return new CandidateView(
                candidate.path(),
                field.label(),
                isOwn ? field.type() : NAME,
                field.length(),
                field.precision(),
                field.scale(),
                field.isCreateable(),
                field.isUpdateable(),
                field.isCalculated(),
                field.isUnique(),
                field.isExternalId(),
                candidate.confidence().word(),
                ReasonView.all(candidate.reasons()),
                sample);
    }
}
