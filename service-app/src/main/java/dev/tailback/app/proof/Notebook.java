package dev.tailback.app.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a proof has seen so far. After its time is over, nothing new is tried. */
final class Notebook {

    private final Clock clock;
    private final Instant end;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Question, Told> told = new EnumMap<>(Question.class);

    Notebook(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** What a promise came to, and by what one can tell. */
    record Note(boolean isHeld, String evidence) {}

    Instant now() {
        return clock.instant();
    }

    boolean isOver() {
        return now().isAfter(end);
    }

    void note(Promise promise, Supplier<Note> trying) {
        if (isOver()) {
            notTried(promise, "The time of a proof was over: the org answers slowly.");
            return;
        }
        always(promise, trying);
    }

    /** Also after the time is over. */
    void always(Promise promise, Supplier<Note> trying) {
        try {
            Note note = trying.get();
            Seen.Verdict verdict = note.isHeld() ? Seen.Verdict.HELD : Seen.Verdict.NOT_HELD;
            seen.add(new Seen(promise, verdict, note.evidence()));
        } catch (NotTried why) {
            notTried(promise, why.getMessage());
        }
    }

    void notTried(Promise promise, String why) {
        seen.add(new Seen(promise, Seen.Verdict.NOT_TRIED, why));
    }

    /** The org has told how it does this. */
    void tell(Question question, String value, String evidence) {
        told.put(question, new Told(question, Optional.of(value), evidence));
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Every question, in their order. */
    List<Told> told() {
        return Arrays.stream(Question.values())
                .map(question -> told.getOrDefault(question, new Told(question, Optional.empty(), question.untold())))
                .toList();
    }
}
