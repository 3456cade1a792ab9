package dev.tailback.app.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.change.MappingChange;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.Severity;
import dev.tailback.salesforce.Reading;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * What a mapping would mean in the connected org.
 *
 * @param name of the mapping
 * @param verdict {@code usable}, {@code broken}, or {@code unknown} when Salesforce could not be asked
 * @param code why Salesforce could not be asked
 * @param reason the same as a sentence
 * @param findings broken things first; nothing when Salesforce could not be asked, which does not mean that all is well
 * @param version in use, with which {@code changes} compares
 * @param changes against the version in use
 * @param movesUsage the changes after which Tailback would not find what it has reported
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MappingCheckView(
        String name,
        String verdict,
        Optional<String> code,
        Optional<String> reason,
        List<FindingView> findings,
        long version,
        List<DifferenceView> changes,
        List<DifferenceView> movesUsage) {

    static MappingCheckView of(MappingText text, Reading<List<Finding>> judged, ActiveVersion active) {
        return judged.fold(
                found -> told(text, verdict(found.value()), Optional.empty(), Optional.empty(), found.value(), active),
                () -> unknown(text, "NOT_FOUND", "Salesforce does not know its objects.", active),
                refused -> unknown(text, refused.code(), refused.reason(), active),
                unavailable -> unknown(text, unavailable.code(), unavailable.reason(), active));
    }

    private static MappingCheckView unknown(MappingText text, String code, String reason, ActiveVersion active) {
        return told(text, "unknown", Optional.of(code), Optional.of(reason), List.of(), active);
    }

    private static MappingCheckView told(
            MappingText text,
            String verdict,
            Optional<String> code,
            Optional<String> reason,
            List<Finding> findings,
            ActiveVersion active) {
        MappingChange change = MappingChange.between(active.mapping(), text.mapping());
        return new MappingCheckView(
                text.mapping().name(),
                verdict,
                code,
                reason,
                findings.stream().map(FindingView::of).toList(),
                active.version(),
                change.differences().stream().map(DifferenceView::of).toList(),
                change.movesUsage().stream().map(DifferenceView::of).toList());
    }

    private static String verdict(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.BROKEN) ? "broken" : "usable";
    }
}
