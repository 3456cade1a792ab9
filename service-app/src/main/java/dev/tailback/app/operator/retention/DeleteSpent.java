package dev.tailback.app.operator.retention;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.retention.Keeping.UntilOld;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An operator deletes what is derived or spent, and old. Each batch goes in one transaction with the record of who
 * deleted it and why: both are there, or neither.
 */
@Singleton
public class DeleteSpent {

    /** Rows of one call. */
    public static final int BATCH = 10_000;

    private final Kinds kinds;
    private final KeptRows rows;
    private final Ledger ledger;
    private final Operations operations;
    private final Clock clock;

    DeleteSpent(Kinds kinds, KeptRows rows, Ledger ledger, Operations operations, Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.ledger = ledger;
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * @throws Problem 400 {@code invalid} for a kind that does not exist or an age that is too young; 409 {@code
     *     kept_for_ever}, {@code kept_while_it_lasts}
     */
    public DeletionAnswer delete(DeletionRequest request, String who) {
        Kind kind = kinds.named(request.kind()).orElseThrow(this::unknown);
        UntilOld spent = spent(kind);
        if (request.olderThanDays() < spent.youngestDays()) {
            throw tooYoung(kind, spent);
        }
        Instant before = clock.instant().minus(Duration.ofDays(request.olderThanDays()));
        RowCount matching = rows.older(spent, before);
        Deleted deleted = request.dryRun() || matching.rows() == 0
                ? Deleted.NOTHING
                : ledger.write(() -> delete(request, spent, before, who));
        RowCount remaining = matching.exact() ? matching.less(deleted.rows()) : rows.older(spent, before);
        return new DeletionAnswer(
                request.dryRun(),
                kind.name(),
                request.olderThanDays(),
                before,
                matching.rows(),
                deleted.rows(),
                remaining.rows(),
                matching.exact(),
                kind.stays(),
                deleted.operation());
    }

    private Deleted delete(DeletionRequest request, UntilOld spent, Instant before, String who) {
        long gone = rows.delete(spent, before, BATCH);
        return gone == 0
                ? Deleted.NOTHING
                : new Deleted(
                        gone,
                        Optional.of(operations.recordDeletion(who, said(request.reason()), about(request), gone)));
    }

    private static String about(DeletionRequest request) {
        return request.kind() + " older than " + request.olderThanDays() + " days";
    }

    /** It is never missing where something is deleted. */
    private static String said(@Nullable String reason) {
        return Optional.ofNullable(reason).orElseThrow();
    }

    private static UntilOld spent(Kind kind) {
        return kind.keeping()
                .fold(
                        () -> {
                            throw kept(kind, "kept_for_ever", " are kept for ever, and nobody deletes them. ");
                        },
                        () -> {
                            throw kept(kind, "kept_while_it_lasts", " goes when it is over, and not before. ");
                        },
                        spent -> spent);
    }

    private static Problem kept(Kind kind, String code, String why) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        code,
                        "Nothing was deleted: " + kind.name() + why + kind.stays()
                                + " GET /api/retention lists what may be deleted.")
                .with("kind", kind.name());
    }

    private Problem unknown() {
        String names = kinds.all().stream()
                .filter(kind -> kind.keeping().fold(() -> false, () -> false, spent -> true))
                .map(Kind::name)
                .collect(Collectors.joining(", "));
        return invalid("kind", "must be one of " + names, "There is no such kind of data. Name one of " + names + ".");
    }

    private static Problem tooYoung(Kind kind, UntilOld spent) {
        String least = "must be " + spent.youngestDays() + " or more for " + kind.name();
        String more =
                spent.setting().isEmpty() ? "" : " What goes automatically, and when, says " + spent.setting() + ".";
        return invalid("olderThanDays", least, "olderThanDays " + least + ", because younger ones are needed." + more)
                .says("retention.too-young", spent.youngestDays());
    }

    private static Problem invalid(String field, String message, String sentence) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", "Nothing was deleted. " + sentence)
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }

    /** How many are gone, and under which number that is recorded. */
    private record Deleted(long rows, Optional<Long> operation) {
        static final Deleted NOTHING = new Deleted(0, Optional.empty());
    }
}
