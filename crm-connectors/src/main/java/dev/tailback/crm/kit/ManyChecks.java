package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.accepted;
import static dev.tailback.crm.kit.Play.given;
import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What writing as many as possible at once promises. */
final class ManyChecks {

    private static final int BAD = 7;

    private ManyChecks() {}

    static List<Check> all(int affordable) {
        return List.of(new Check(
                "As many upserts as one call takes make one record each, and each has its own answer",
                play -> many(play, affordable)));
    }

    private static void many(Play play, int affordable) {
        int some = play.connector().mostWrites();
        int most = play.connector().mostUpserts();
        require(most >= some, "The connector takes fewer upserts where very many wait than of any writes.");
        List<Write> writes = writes(play, Math.min(most, Math.max(affordable, some + 1)));
        List<Written> first = write(play, writes);
        distinct(first);
        ordered(play, first);
        List<Written> again = write(play, writes);
        for (int at = 0; at < writes.size(); at++) {
            require(
                    at == BAD || id(again.get(at)).equals(id(first.get(at))),
                    "Very many upserts that were repeated led to other records.");
        }
    }

    private static void distinct(List<Written> answers) {
        Set<String> ids = new HashSet<>();
        for (int at = 0; at < answers.size(); at++) {
            if (at != BAD) {
                ids.add(id(answers.get(at)));
            }
        }
        require(ids.size() == answers.size() - 1, "Very many upserts led to " + ids.size() + " records.");
        require(!isAccepted(answers.get(BAD)), "The bad one of very many upserts was accepted.");
    }

    private static List<Write> writes(Play play, int count) {
        if (count <= BAD + 1) {
            throw new NotTried("The connector takes only " + count + " writes in one call.");
        }
        List<Write> writes = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            writes.add(WriteChecks.upsert(play, "one of many, " + at));
        }
        Map<String, String> bad = new HashMap<>(play.values("bad"));
        play.ground().refused().ifPresentOrElse(value -> bad.put(value.getKey(), value.getValue()), () -> {
            throw new NotTried("The kit knows no value that this CRM refuses.");
        });
        writes.set(BAD, new Write.Upsert(play.keyField(), play.key(), bad));
        return writes;
    }

    private static List<Written> write(Play play, List<Write> writes) {
        List<Written> answers = given(play.connector().write(play.ground().object(), writes), "a call of very many");
        require(
                answers.size() == writes.size(),
                writes.size() + " records were written and " + answers.size() + " answers came.");
        return answers;
    }

    private static void ordered(Play play, List<Written> answers) {
        for (int at : new int[] {0, BAD + 1, answers.size() - 1}) {
            require(
                    play.text(id(answers.get(at))).equals("one of many, " + at),
                    "The answers to very many upserts do not stand in the order of the writes.");
        }
    }

    private static boolean isAccepted(Written written) {
        return written.fold(accepted -> true, refused -> false, conflict -> false, gone -> false, unknown -> false);
    }

    private static String id(Written written) {
        return accepted(written, "one of very many upserts");
    }
}
