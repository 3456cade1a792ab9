package dev.tailback.app.mapping;

import dev.tailback.app.salesforce.SalesforceProblem;
import dev.tailback.mapping.change.Difference;
import dev.tailback.mapping.check.Finding;
import dev.tailback.salesforce.Reading;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Why the mapping stays as it is. */
final class MappingProblems {

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final String EFFECT =
            "Nothing was saved, because nobody can say whether the org has what the mapping"
                    + " names. Try again when Salesforce is back.";

    private MappingProblems() {}

    static Problem unreadable(List<String> reasons) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "mapping_unreadable",
                        "The text is no mapping, so nothing was done. " + String.join(" ", reasons))
                .with("reasons", reasons)
                .says("mapping.unreadable", String.join(" ", reasons));
    }

    static Problem broken(List<Finding> findings) {
        String sentences = findings.stream().map(Finding::sentence).collect(Collectors.joining(" "));
        return new Problem(
                        HttpStatus.CONFLICT,
                        "mapping_broken",
                        "Nothing was saved: the connected org cannot keep what the mapping says. " + sentences)
                .with("findings", findings.stream().map(FindingView::of).toList())
                .says("mapping.broken", sentences);
    }

    static Problem unchanged(ActiveVersion active) {
        return new Problem(
                HttpStatus.CONFLICT,
                "mapping_unchanged",
                "Nothing was saved: version " + active.version() + " in use says the same, letter by letter.");
    }

    static Problem staysBehind(List<Difference> moved, String entries) {
        String places = moved.stream().map(Difference::about).collect(Collectors.joining(", "));
        return new Problem(
                        HttpStatus.CONFLICT,
                        "usage_stays_behind",
                        "Nothing was saved: " + places + " would change, and Salesforce holds " + entries
                                + " entries. What was reported stays where it is: Tailback would not find it there any"
                                + " more, would send each correction of it as a new record, and sales would count both."
                                + " Move or delete these records in Salesforce, and then say leaveReported: true.")
                .with("changes", moved.stream().map(DifferenceView::of).toList())
                .with("entries", entries)
                .says("mapping.stays-behind", places, entries);
    }

    static Problem stale(ActiveVersion active) {
        String who = active.who().orElse("Tailback");
        return new Problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "Nothing was saved: version " + active.version() + " of the mapping, by " + who
                                + ", is in use since you read it. Read it again and repeat your change on what it says"
                                + " now.")
                .with("currentETag", active.etag())
                .with("changedBy", who)
                .says("mapping.stale", active.version(), who);
    }

    static Problem unknown(long version) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "There is no version " + version + " of the mapping. GET /api/org/mapping/versions lists them.")
                .says("mapping.no-version", String.valueOf(version));
    }

    /** What was found. @throws Problem 502 {@code salesforce_refused} or 503 {@code salesforce_unavailable} */
    static List<Finding> require(Reading<List<Finding>> reading) {
        return reading.fold(
                Reading.Found::value,
                () -> {
                    throw SalesforceProblem.refused("its objects", "NOT_FOUND", "They are not there.");
                },
                refused -> {
                    throw SalesforceProblem.refused("its objects", refused.code(), refused.reason());
                },
                unavailable -> {
                    throw SalesforceProblem.unavailable(
                            unavailable.code(), unavailable.reason(), EFFECT, RETRY_AFTER_SECONDS);
                });
    }
}
