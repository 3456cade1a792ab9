package dev.tailback.app.operator.retention;

import dev.tailback.app.operator.operations.Reason;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.JsonObject;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.input.WholeNumber;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;

/**
 * What to delete.
 *
 * @param kind as {@code GET /api/retention} names it
 * @param olderThanDays only what is older, 1 to 3650; the kind says how young it may be
 * @param dryRun only count
 * @param reason for the record, needed unless it is a dry run
 */
@Serdeable
public record DeletionRequest(
        String kind,
        int olderThanDays,
        boolean dryRun,
        @Nullable String reason) {

    private static final Set<String> FIELDS = Set.of("kind", "olderThanDays", "dryRun", "reason");
    private static final TextRule KIND = TextRule.line(40);
    private static final int MOST_DAYS = 3_650;

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} */
    static DeletionRequest of(JsonBody body) {
        JsonObject asked = body.object(FIELDS);
        boolean dryRun = asked.flag("dryRun");
        DeletionRequest request = new DeletionRequest(
                asked.requiredText("kind", KIND),
                asked.whole("olderThanDays", 1, MOST_DAYS),
                dryRun,
                dryRun ? Reason.of(asked).orElse(null) : Reason.required(asked));
        asked.refuse();
        return request;
    }

    /** As a person filled in the form of a page: only the button that says so deletes. */
    public static DeletionRequest typed(Form form) {
        boolean dryRun = !form.text("action").equals("delete");
        return new DeletionRequest(
                KIND.required("kind", form.text("kind")), days(form), dryRun, dryRun ? null : Reason.required(form));
    }

    private static int days(Form form) {
        try {
            return new WholeNumber(1, MOST_DAYS)
                    .required("olderThanDays", form.text("olderThanDays").strip());
        } catch (Problem noNumber) {
            throw noNumber.says("retention.no-days", MOST_DAYS);
        }
    }
}
