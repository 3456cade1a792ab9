package dev.tailback.crm.kit;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Cursor;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads changes page by page and remembers the newest that was told of each record. */
final class ReadChanges {

    /** A CRM may tell late; then the end is reached more than once before all is told. */
    private static final int MOST_ROUNDS = 60;

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);
    private static final int PAGE = 200;

    private final Play play;
    private final Connector connector;
    private final Map<String, Change> told = new HashMap<>();
    private Optional<Cursor> cursor = Optional.empty();
    private Optional<String> startedAnew = Optional.empty();
    private int size = PAGE;

    ReadChanges(Play play, Connector connector) {
        this.play = play;
        this.connector = connector;
    }

    ReadChanges from(Cursor start) {
        cursor = Optional.of(start);
        return this;
    }

    ReadChanges by(int records) {
        size = records;
        return this;
    }

    Cursor cursor() {
        return cursor.orElseThrow();
    }

    Map<String, Change> told() {
        return told;
    }

    Optional<String> startedAnew() {
        return startedAnew;
    }

    /** Whether the end was reached with this page. */
    boolean page() {
        ChangePage page = Play.given(ask(), "a page of changes");
        Play.require(records(page) <= size, "A page has more records than were asked for.");
        page.changes().forEach(change -> told.put(change.id(), change));
        page.startedAnew().ifPresent(why -> startedAnew = Optional.of(why));
        Play.require(
                page.isLast() || !cursor.equals(Optional.of(page.next())),
                "A page that is not the last one leads to itself.");
        cursor = Optional.of(page.next());
        return page.isLast();
    }

    private static long records(ChangePage page) {
        return page.changes().stream()
                .filter(change -> change.fold(changed -> true, deleted -> true, merged -> false))
                .count();
    }

    Answer<ChangePage> ask() {
        return connector.changes(new ChangesAsked(play.ground().object(), cursor, play.fields(), size));
    }

    /** Reads to the end; broken where there is none. */
    ReadChanges toTheEnd() {
        return toTheEnd(mostPages(), () -> {});
    }

    ReadChanges toTheEnd(int mostPages, Runnable afterEach) {
        for (int pages = 0; pages < mostPages; pages++) {
            if (page()) {
                return this;
            }
            afterEach.run();
        }
        throw new NotHeld("After " + mostPages + " pages there was no last one.");
    }

    private static int mostPages() {
        return 20_000;
    }

    /** Reads to the end as often as it takes until all of them were told. */
    ReadChanges until(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        until(() -> told.keySet().containsAll(wanted), () -> missing(wanted));
        return this;
    }

    ReadChanges until(BooleanSupplier all, java.util.function.Supplier<String> otherwise) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            toTheEnd();
            if (all.getAsBoolean()) {
                return this;
            }
            play.subject().waiting().pass(BETWEEN_ROUNDS);
        }
        throw new NotHeld(otherwise.get() + " It was read to the end " + MOST_ROUNDS + " times.");
    }

    private String missing(Set<String> wanted) {
        List<String> missing =
                wanted.stream().filter(id -> !told.containsKey(id)).sorted().toList();
        return missing.size() + " of " + wanted.size() + " changed records were not told, one of them is "
                + missing.get(0) + ".";
    }

    /** The text that was told last of this record; empty where it was not told, or is gone. */
    Optional<String> text(String id) {
        return Optional.ofNullable(told.get(id))
                .flatMap(change -> change.fold(
                        changed -> Optional.ofNullable(
                                changed.record().values().get(play.ground().textField())),
                        deleted -> Optional.empty(),
                        merged -> Optional.empty()));
    }
}
