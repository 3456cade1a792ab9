package dev.tailback.app.ads;

import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;

/**
 * Which version of an ad the caller has seen. {@code *} takes whatever is there, for programs that know what they do.
 */
record IfMatch(String header) {

    private static final TextRule TAGS = TextRule.line(1_000);

    /**
     * @throws Problem 428 {@code precondition_required} when the header is absent, 400 {@code invalid} when it cannot
     *     be one
     */
    static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition_required",
                    "Nothing was saved: the request lacks the header If-Match. Read the ad, and send its ETag as If-Match,"
                            + " so that nobody's change is overwritten unseen.");
        }
        return new IfMatch(TAGS.checked("If-Match", header));
    }

    /** @throws Problem 412 {@code stale} when the ad is at another version */
    void require(Ad ad) {
        String current = "\"" + ad.version() + "\"";
        boolean matches = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw new Problem(
                            HttpStatus.PRECONDITION_FAILED,
                            "stale",
                            "Nothing was saved: " + ad.changedBy()
                                    + " changed this ad since you read it. Read it again and repeat your change on what it"
                                    + " says now.")
                    .with("currentETag", current)
                    .with("changedBy", ad.changedBy())
                    .with("changedAt", ad.changedAt().toString());
        }
    }
}
