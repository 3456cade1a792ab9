package dev.tailback.app.drift;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.mapping.ChangeEffect;
import dev.tailback.mapping.drift.Drift;
import dev.tailback.mapping.drift.DriftJudgement;
import dev.tailback.mapping.drift.SeenSchema;
import dev.tailback.mapping.drift.SeenText;
import dev.tailback.mapping.drift.Weight;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges what a look saw, keeps it, and puts in force what it makes necessary, in one transaction. */
@Singleton
class NoteSchema {

    private static final Logger LOG = LoggerFactory.getLogger(NoteSchema.class);

    /** While something is stopped or left out, or nothing could be found out, it may be over at any time. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    private static final Duration SELDOM = Duration.ofHours(1);

    static final Duration EVERY = Duration.ofDays(1);

    private final SchemaRows rows;
    private final ChangesText text;
    private final ChangeEffect effect;
    private final Ledger ledger;
    private final Clock clock;

    NoteSchema(SchemaRows rows, ChangesText text, ChangeEffect effect, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.text = text;
        this.effect = effect;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return false: nothing new is in force */
    boolean failed(Instant begun, String code, String reason) {
        return ledger.write(() -> {
            rows.lock();
            if (!rows.watch().hasFailed()) {
                LOG.warn("Whether the org has changed could not be found out ({}): {}", code, reason);
            }
            rows.failed(begun, code, reason);
            rows.next(clock.instant().plus(AGAIN));
            return false;
        });
    }

    /** @return whether something else is in force now */
    boolean found(SchemaLook look) {
        boolean isOther = ledger.write(() -> {
            rows.lock();
            return !rows.watch().isLaterThan(look.begunAt()) && note(look);
        });
        if (isOther) {
            effect.tell();
        }
        return isOther;
    }

    private boolean note(SchemaLook look) {
        long version = look.version().version();
        Drift drift = judged(look, rows.baseline(version));
        keep(look, drift);
        Instant since = remember(look, drift);
        rows.next(clock.instant().plus(hasBroken(drift) ? again(since) : EVERY));
        return effect.write(version, drift.suspended(), StopSentence.of(drift));
    }

    /** What has just been broken is often mended soon; what lasts costs fewer calls. */
    private Duration again(Instant since) {
        Duration quarter = Duration.between(since, clock.instant()).dividedBy(4);
        Duration atLeast = quarter.compareTo(AGAIN) < 0 ? AGAIN : quarter;
        return atLeast.compareTo(SELDOM) > 0 ? SELDOM : atLeast;
    }

    private static Drift judged(SchemaLook look, Optional<SchemaRows.Row> before) {
        return DriftJudgement.of(
                look.version().mapping(),
                before.map(row -> SeenText.read(row.seen())).orElse(SeenSchema.NOTHING),
                look.schema(),
                look.objectNames());
    }

    /** Only what is otherwise than the last time. */
    private void keep(SchemaLook look, Drift drift) {
        long version = look.version().version();
        String seen = SeenText.write(SeenSchema.of(look.version().mapping(), look.schema()));
        Optional<SchemaRows.Row> latest = rows.latest(version);
        if (latest.filter(row -> row.seen().equals(seen)).isPresent()) {
            return;
        }
        Drift step = judged(look, latest);
        rows.append(
                rows.highest() + 1,
                look.begunAt(),
                version,
                seen,
                !hasBroken(drift),
                step.weight().orElse(null),
                text.write(step.changes()));
        LOG.info("The org is otherwise than before for version {} of the mapping: {}", version, step.weight());
    }

    private static boolean hasBroken(Drift drift) {
        return !drift.suspended().isEmpty()
                || drift.weight().filter(weight -> weight == Weight.BREAKING).isPresent();
    }

    private Instant remember(SchemaLook look, Drift drift) {
        long version = look.version().version();
        String changes = text.write(drift.changes());
        Instant since = rows.watch().since(version, drift.weight(), changes, look.begunAt());
        rows.found(
                look.begunAt(),
                look.isWhole() ? look.begunAt() : null,
                version,
                since,
                drift.weight().orElse(null),
                changes);
        return since;
    }
}
