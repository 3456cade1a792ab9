package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.given;
import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import java.time.Duration;
import java.util.List;

/** What holds when something answers that is not the CRM as it should be. */
final class NonsenseChecks {

    private static final int PAGE = 2;
    private static final int RECORDS = 6;
    private static final int MOST_PAGES = 200;
    private static final int LONGEST_SENTENCE = 1_500;

    private NonsenseChecks() {}

    static List<Check> all() {
        return List.of(
                nonsense("A page of HTML", Fault.HTML),
                nonsense("JSON that is cut off", Fault.CUT),
                nonsense("JSON with values of other types", Fault.WRONG_TYPES),
                nonsense("An endless answer", Fault.HUGE),
                nonsense("An answer that drips", Fault.DRIP),
                new Check("Ids that are none are not taken for records", NonsenseChecks::foreignIds),
                new Check("The same page again and again comes to an end", NonsenseChecks::stuck));
    }

    private static Check nonsense(String what, Fault fault) {
        return new Check(what + " is told in one sentence, and nothing is taken from it", play -> told(play, fault));
    }

    private static void told(Play play, Fault fault) {
        Relay relay = relay(play);
        String id = ChangeChecks.create(play, 1, "sense").get(0);
        Cursor start = play.changes().until(List.of(id)).cursor();
        relay.spoil(fault);
        requireSentence(play.changes().ask());
        requireSentence(play.changes().from(start).ask());
        requireSentence(play.connector().read(new RecordsAsked(play.ground().object(), List.of(id), play.fields())));
        Answer<?> written =
                play.connector().write(play.ground().object(), List.of(new Write.Create(play.values("nonsense"))));
        require(
                written.<Boolean>fold(given -> given.toString().contains("Unknown"), refused -> true, away -> true),
                "A write that was answered with nonsense was said to be decided.");
        relay.honest();
        play.subject().waiting().pass(Duration.ofMinutes(6));
        play.changes().page();
    }

    private static void requireSentence(Answer<?> answer) {
        String sentence = answer.fold(given -> "", refused -> refused.reason(), away -> away.reason());
        require(!sentence.isBlank(), "Nonsense was taken for an answer, or was told without a sentence.");
        require(sentence.length() <= LONGEST_SENTENCE, "The sentence about nonsense is longer than a sentence.");
        require(sentence.lines().count() == 1, "The sentence about nonsense has several lines.");
    }

    private static void foreignIds(Play play) {
        Relay relay = relay(play);
        String id = ChangeChecks.create(play, 1, "own").get(0);
        Cursor start = play.changes().until(List.of(id)).cursor();
        play.person().edits(id, ChangeChecks.text(play, "changed"));
        play.subject().waiting().pass(Duration.ofSeconds(2));
        relay.spoil(Fault.FOREIGN_IDS);
        Answer<ChangePage> answer = play.changes().from(start).ask();
        relay.honest();
        require(
                answer.<Boolean>fold(
                        page -> page.changes().stream()
                                .noneMatch(change -> change.id().contains("/")),
                        refused -> true,
                        away -> true),
                "An id that is no id of this CRM was taken for a record.");
    }

    private static void stuck(Play play) {
        Relay relay = relay(play);
        ReadChanges read = play.changes();
        read.toTheEnd();
        ChangeChecks.create(play, RECORDS, "stuck");
        read.by(PAGE);
        for (int round = 0; round < MOST_PAGES && read.page(); round++) {
            play.subject().waiting().pass(Duration.ofMillis(500));
        }
        relay.spoil(Fault.STUCK);
        ReadChanges again = play.changes().by(PAGE).from(read.cursor());
        boolean ends = false;
        for (int pages = 0; !ends && pages < MOST_PAGES; pages++) {
            ends = again.ask().fold(page -> page.isLast() || again.page(), refused -> true, away -> true);
        }
        relay.honest();
        require(ends, "The same page was read " + MOST_PAGES + " times without an end.");
    }

    private static Relay relay(Play play) {
        Relay relay = play.subject()
                .relay()
                .orElseThrow(() -> new NotTried("The kit's relay does not stand before this CRM."));
        given(play.connector().authenticate(), "Signing in");
        return relay;
    }
}
