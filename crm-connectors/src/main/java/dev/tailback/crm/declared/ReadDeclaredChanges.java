package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.declared.DeclaredObject.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads changes in rounds: the list of records, then that of deletions where there is one. A round asks for what
 * changed since the newest change that was told before, with an overlap; where the API cannot be asked so, for
 * everything.
 */
final class ReadDeclaredChanges {

    private static final String NOT_OURS =
            "The cursor is not one of this object of this CRM, so everything is read again.";

    private final DeclaredCalls calls;
    private final RecordShape shape;
    private final String mark;
    private final Clock clock;

    ReadDeclaredChanges(DeclaredCalls calls, RecordShape shape, Clock clock) {
        this.calls = calls;
        this.shape = shape;
        this.mark = Integer.toHexString((calls.name() + "\n" + shape.object().name()).hashCode());
        this.clock = clock;
    }

    private Changes list() {
        return shape.object().list();
    }

    Answer<ChangePage> page(ChangesAsked asked) {
        if (asked.since().isEmpty()) {
            return page(asked, DeclaredCursor.first(mark, now()), Optional.empty());
        }
        return DeclaredCursor.of(asked.since().get(), mark)
                .map(cursor -> page(asked, cursor, Optional.empty()))
                .orElseGet(() -> page(asked, DeclaredCursor.first(mark, now()), Optional.of(NOT_OURS)));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private Answer<ChangePage> page(ChangesAsked asked, DeclaredCursor from, Optional<String> anew) {
        if (from.isEndless()) {
            return unusable("The list of " + calls.name() + " has no end: see 'paging' of " + asked.object() + ".");
        }
        boolean isDeletions = from.isDeletions() && shape.object().deletions().isPresent();
        return isDeletions ? deletions(asked, from, anew) : records(asked, from, anew);
    }

    private Answer<ChangePage> records(ChangesAsked asked, DeclaredCursor from, Optional<String> anew) {
        Map<String, String> more = new HashMap<>();
        list().since()
                .filter(parameter -> from.since().isAfter(Instant.EPOCH))
                .ifPresent(parameter -> more.put(parameter, shape.times().write(from.since())));
        return new ReadList(calls, shape, list().listing())
                .page(from, more, asked.fields(), asked.most())
                .flatMap(page -> readable(() -> told(asked, page, from, anew)));
    }

    private ChangePage told(ChangesAsked asked, ReadList.Page page, DeclaredCursor from, Optional<String> anew) {
        List<Change> changes = new ArrayList<>();
        Instant newest = Instant.EPOCH;
        for (JsonNode record : page.records()) {
            Instant at = shape.changedAt(record);
            newest = at.isAfter(newest) ? at : newest;
            changes.add(
                    isGone(record)
                            ? new Change.Deleted(shape.id(record), at)
                            : new Change.Changed(shape.read(record, asked.fields())));
        }
        Instant told = newest;
        Optional<DeclaredCursor> next = page.next().map(place -> from.at(place, page.first(), told));
        boolean isLast = next.isEmpty() && shape.object().deletions().isEmpty();
        DeclaredCursor then = next.orElseGet(() -> isLast ? ended(from, told) : from.deletions(told));
        return new ChangePage(changes, then.cursor(), isLast, anew);
    }

    private boolean isGone(JsonNode record) {
        return list().gone().filter(place -> place.in(record).asBoolean(false)).isPresent();
    }

    private DeclaredCursor ended(DeclaredCursor from, Instant told) {
        Optional<Duration> overlap = list().since().map(parameter -> list().overlap());
        return from.ended(told, overlap, list().everythingEvery(), now());
    }

    private Answer<ChangePage> deletions(ChangesAsked asked, DeclaredCursor from, Optional<String> anew) {
        DeclaredObject.Deletions deletions = shape.object().deletions().orElseThrow();
        return new ReadList(calls, shape, deletions.listing())
                .page(from, Map.of(), asked.fields(), asked.most())
                .flatMap(page -> readable(() -> deleted(deletions, page, from, anew)));
    }

    private ChangePage deleted(
            DeclaredObject.Deletions deletions, ReadList.Page page, DeclaredCursor from, Optional<String> anew) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode record : page.records()) {
            Instant at = deletions
                    .at()
                    .map(place -> shape.times().at(place.in(record)))
                    .orElseGet(() -> shape.changedAt(record));
            changes.add(new Change.Deleted(shape.id(record), at));
        }
        Optional<DeclaredCursor> next = page.next().map(place -> from.at(place, page.first(), Instant.EPOCH));
        return new ChangePage(
                changes, next.orElseGet(() -> ended(from, Instant.EPOCH)).cursor(), next.isEmpty(), anew);
    }

    private static Answer<ChangePage> readable(java.util.function.Supplier<ChangePage> page) {
        try {
            return new Answer.Given<>(page.get());
        } catch (CutAnswer cut) {
            return unusable(cut.getMessage());
        }
    }

    private static Answer<ChangePage> unusable(String sentence) {
        return new Answer.Unavailable<>(CutAnswer.CODE, sentence, Optional.empty());
    }
}
