package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.Change;
import dev.tailback.crm.Cursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What reading changes promises. */
final class ChangeChecks {

    private static final int SOME = 7;
    private static final int PAGE = 2;

    private ChangeChecks() {}

    static List<Check> all(int oneTime) {
        return List.of(
                new Check("Everything that was created and changed is told, with its values", ChangeChecks::complete),
                new Check("Reading goes on after a restart from any cursor", ChangeChecks::restart),
                new Check("The last page comes though records go on changing", ChangeChecks::ends),
                new Check("A deletion is told", ChangeChecks::deletion),
                new Check("A merge is told, with the record that stays", ChangeChecks::merge),
                new Check("A foreign cursor leads to a full read, and this is said", ChangeChecks::foreignCursor),
                new Check(oneTime + " records with one time are all told", play -> oneTime(play, oneTime)),
                new Check("A change is told while the CRM's clock is wrong", ChangeChecks::skewed));
    }

    private static void complete(Play play) {
        List<String> ids = create(play, SOME, "before");
        ReadChanges read = play.changes().until(ids);
        ids.forEach(id -> require(
                read.text(id).equals(Optional.of("before")), "The record " + id + " was told with other values."));
        for (String id : ids) {
            play.person().edits(id, text(play, "after"));
            read.until(
                    () -> read.text(id).equals(Optional.of("after")),
                    () -> "The change of the record " + id + " was not told.");
        }
    }

    private static void restart(Play play) {
        create(play, SOME, "restart");
        List<Cursor> cursors = new ArrayList<>();
        List<Set<String>> after = new ArrayList<>();
        ReadChanges first = play.changes().by(PAGE);
        boolean last = false;
        while (!last && cursors.size() < 2_000) {
            Set<String> before = new HashSet<>(first.told().keySet());
            last = first.page();
            Set<String> news = new HashSet<>(first.told().keySet());
            news.removeAll(before);
            after.forEach(later -> later.addAll(news));
            cursors.add(first.cursor());
            after.add(new HashSet<>());
        }
        int step = Math.max(1, cursors.size() / SOME);
        for (int at = 0; at < cursors.size(); at += step) {
            play.changesAfterRestart().from(cursors.get(at)).until(after.get(at));
        }
    }

    private static void ends(Play play) {
        List<String> ids = create(play, SOME, "moving");
        ReadChanges read = play.changes();
        read.toTheEnd();
        Cursor start = read.cursor();
        ids.forEach(id -> play.person().edits(id, text(play, "moved")));
        int[] edits = {0};
        // What moves while it is read is read in the next round: a round is as long as what had changed at its start.
        play.changes()
                .from(start)
                .by(PAGE)
                .toTheEnd(
                        Math.max(200, read.told().size() * 5),
                        () -> play.person().edits(ids.get(edits[0]++ % SOME), text(play, "moved " + edits[0])));
        ReadChanges afterwards = play.changes().from(start);
        for (int at = 0; at < SOME; at++) {
            String id = ids.get(at);
            String held = play.text(id);
            afterwards.until(
                    () -> afterwards.text(id).equals(Optional.of(held)),
                    () -> "The last change of the record " + id + " was not told.");
        }
    }

    private static void skewed(Play play) {
        MovableClock clock =
                play.subject().crmClock().orElseThrow(() -> new NotTried("The CRM's clock cannot be moved."));
        String id = create(play, 1, "first").get(0);
        ReadChanges read = play.changes().until(List.of(id));
        try {
            for (Duration wrong : List.of(Duration.ofHours(1), Duration.ofHours(2))) {
                clock.setWrong(wrong);
                String text = "ahead by " + wrong.toHours();
                play.person().edits(id, text(play, text));
                read.until(
                        () -> read.text(id).equals(Optional.of(text)),
                        () -> "A change was not told while the CRM's clock was " + text + " h.");
            }
        } finally {
            // Records carry times of the wrong clock now, so it stays as it is.
            clock.setWrong(Duration.ofHours(2));
        }
    }

    private static void deletion(Play play) {
        String id = create(play, 1, "to go").get(0);
        ReadChanges read = play.changes().until(List.of(id));
        if (!play.person().deletes(id)) {
            throw new NotTried("The kit has no hand that deletes a record in this CRM.");
        }
        read.until(() -> is(read, id, ChangeChecks::deleted), () -> "The deleted record " + id + " was not told.");
        require(play.held(id).isEmpty(), "The deleted record can still be read.");
    }

    private static boolean deleted(Change change) {
        return change.fold(changed -> false, deleted -> true, merged -> false);
    }

    private static void merge(Play play) {
        List<String> two = create(play, 2, "to merge");
        ReadChanges read = play.changes().until(two);
        if (!play.person().merges(two.get(0), two.get(1))) {
            throw new NotTried("The kit has no hand that merges two records in this CRM.");
        }
        read.until(
                () -> is(
                        read,
                        two.get(0),
                        change -> change.fold(
                                changed -> false,
                                deleted -> false,
                                merged -> merged.into().equals(two.get(1)))),
                () -> "The record that was merged away was not told with the one that stays.");
    }

    private static boolean is(ReadChanges read, String id, Predicate<Change> what) {
        return Optional.ofNullable(read.told().get(id)).filter(what).isPresent();
    }

    private static void foreignCursor(Play play) {
        String id = create(play, 1, "foreign").get(0);
        play.changes().until(List.of(id));
        for (String foreign : List.of("eyJmb3JlaWduIjp0cnVlfQ", "0", "'; --", "9".repeat(Cursor.LONGEST))) {
            ReadChanges read = play.changes().from(new Cursor(foreign)).until(List.of(id));
            require(
                    read.startedAnew().isPresent(),
                    "A cursor that is not its own was read without a word about a full read.");
        }
    }

    private static void oneTime(Play play, int records) {
        List<Map<String, String>> many = new ArrayList<>();
        for (int at = 0; at < records; at++) {
            many.add(play.values("at one time"));
        }
        play.subject().crmClock().ifPresent(MovableClock::stop);
        ReadChanges read = play.changes();
        read.toTheEnd();
        List<String> ids = play.person().imports(many);
        play.subject().crmClock().ifPresent(MovableClock::go);
        read.until(ids);
    }

    static List<String> create(Play play, int records, String text) {
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < records; at++) {
            ids.add(play.person().creates(play.values(text)));
        }
        return ids;
    }

    static Map<String, String> text(Play play, String text) {
        return Map.of(play.ground().textField(), text);
    }
}
