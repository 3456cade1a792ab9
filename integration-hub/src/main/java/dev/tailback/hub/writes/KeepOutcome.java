package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.Written;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.intents.OutcomeKind;
import dev.tailback.hub.observations.Observations;
import dev.tailback.hub.observations.Origin;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.records.Told;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes down what became of one write that was not accepted, in the caller's transaction, and gives the record back. */
@Singleton
class KeepOutcome {

    private static final Duration WAIT_IN_AN_OUTAGE = Duration.ofSeconds(5);

    private final Records records;
    private final HeldFields held;
    private final Intents intents;
    private final Observations observations;

    KeepOutcome(Records records, HeldFields held, Intents intents, Observations observations) {
        this.records = records;
        this.held = held;
        this.intents = intents;
        this.observations = observations;
    }

    /** The whole call was refused, so nothing was written: rights or schema must be mended first. */
    void refused(Writing writing, Answer.Refused<?> refused) {
        notStored(writing);
        intents.again(writing.intent(), OutcomeKind.RETRYING, refused.code(), refused.reason());
    }

    /** Nothing was written, and it is nobody's failure. */
    void unavailable(Writing writing, Answer.Unavailable<?> unavailable) {
        notStored(writing);
        Duration wait = unavailable.retryAfter().orElse(WAIT_IN_AN_OUTAGE);
        intents.unavailable(writing.intent(), unavailable.code(), unavailable.reason(), wait);
    }

    void refused(Writing writing, Written.Refused refused) {
        notStored(writing);
        if (refused.isForNow()) {
            intents.again(writing.intent(), OutcomeKind.RETRYING, refused.code(), refused.reason());
        } else {
            intents.refused(writing.intent(), refused.code(), refused.reason());
        }
    }

    /** What the record holds was read by the write itself, so it is as good as a reading. */
    void conflict(Writing writing, Written.Conflict conflict) {
        observations.append(
                writing.record(),
                new Change.Changed(conflict.holds()),
                Origin.CONFLICT,
                writing.begun(),
                Optional.empty());
        records.giveBack(writing.record());
        intents.conflict(writing.intent());
    }

    void gone(Writing writing) {
        KnownRecord record = writing.record();
        notStored(writing);
        records.told(List.of(Told.gone(record)));
        intents.gone(writing.intent());
    }

    /** It may have been written, so what was observed until now may be older; the next attempt finds out. */
    void unknown(Writing writing, Written.Unknown unknown) {
        records.written(writing.record());
        intents.again(writing.intent(), OutcomeKind.UNKNOWN, "ANSWER_LOST", unknown.reason());
    }

    private void notStored(Writing writing) {
        held.refused(writing.record(), writing.intent().values());
        records.giveBack(writing.record());
    }
}
