package dev.tailback.app.mapping;

import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;

/**
 * Which version of the mapping the caller has seen. {@code *} takes whatever is in use, for programs that know what they
 * do.
 */
public record MappingMatch(String header) {

    private static final TextRule TAGS = TextRule.line(1_000);

    /**
     * @throws Problem 428 {@code precondition_required} when the header is absent, 400 {@code invalid} when it cannot be
     *     one
     */
    static MappingMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition_required",
                    "Nothing was saved: the request lacks the header If-Match. Read the mapping, and send its ETag as"
                            + " If-Match, so that nobody's change is overwritten unseen.");
        }
        return new MappingMatch(TAGS.checked("If-Match", header));
    }

    /** @throws Problem 412 {@code stale} when another version is in use */
    void require(ActiveVersion active) {
        boolean matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(active.etag()));
        if (!matches) {
            throw MappingProblems.stale(active);
        }
    }
}
