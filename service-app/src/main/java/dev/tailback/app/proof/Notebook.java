package dev.tailback.app.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a proof has seen so far. After its time is over, nothing new is tried. */
final class Notebook {

    private final Clock clock;
    private final Instant end;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, String> switches = new TreeMap<>();

    Notebook(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** What a promise came to, and by what one can tell. */
    record Note(boolean isHeld, String evidence) {}

    void note(Promise promise, Supplier<Note> trying) {
        if (clock.instant().isAfter(end)) {
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

    /** A switch of the local org that the org's answer tells the value of. */
    void tell(String name, String value) {
        switches.put(name, value);
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    Map<String, String> switches() {
        return Map.copyOf(switches);
    }

    long count(Seen.Verdict verdict) {
        return seen.stream().filter(one -> one.verdict() == verdict).count();
    }
}
