package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.accepted;
import static dev.tailback.crm.kit.Play.given;
import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.time.Duration;
import java.util.List;

/** What holds while the CRM is away, or tells us to stay away. */
final class OutageChecks {

    private OutageChecks() {}

    static List<Check> all() {
        return List.of(
                Check.impatient(
                        "A CRM that is down is unavailable, and is used again when it is back", OutageChecks::down),
                Check.impatient("A CRM that takes no connection is unavailable", OutageChecks::noConnection),
                Check.impatient("Nothing is sent while the CRM told us to wait", OutageChecks::toldToWait),
                Check.impatient(
                        "A lost answer is an unknown outcome, and a repeat does no harm", OutageChecks::lostAnswer));
    }

    private static void down(Play play) {
        Relay relay = relay(play);
        relay.spoil(Fault.DOWN);
        requireAway(play.changes().ask());
        require(isAway(write(play)), "A write to a CRM that is down was not answered as unavailable.");
        relay.honest();
        play.subject().waiting().pass(Duration.ofMinutes(6));
        play.changes().page();
    }

    private static void noConnection(Play play) {
        Relay relay = relay(play);
        relay.hangUp();
        try {
            requireAway(play.changes().ask());
            require(isAway(write(play)), "A write without a connection was not answered as unavailable.");
        } finally {
            relay.pickUp();
        }
        play.subject().waiting().pass(Duration.ofMinutes(6));
        play.changes().page();
    }

    private static Answer<List<Written>> write(Play play) {
        return play.connector().write(play.ground().object(), List.of(new Write.Create(play.values("never"))));
    }

    private static void toldToWait(Play play) {
        Relay relay = relay(play);
        relay.spoil(Fault.TOLD_TO_WAIT);
        boolean tells = play.changes()
                .ask()
                .fold(
                        given -> false,
                        refused -> false,
                        away -> away.retryAfter()
                                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                                .isPresent());
        require(tells, "HTTP 429 was not answered as unavailable with the time to wait.");
        require(
                play.connector().allowance().waitUntil().isPresent(),
                "The allowance does not say until when nothing may be sent.");
        relay.honest();
        int before = relay.calls();
        requireAway(play.changes().ask());
        require(isAway(write(play)), "A write while told to wait was not answered as unavailable.");
        require(relay.calls() == before, "Something was sent though the CRM had told us to wait.");
        play.subject().waiting().pass(Fault.WAIT.plusSeconds(1));
        play.changes().page();
    }

    private static void lostAnswer(Play play) {
        Relay relay = relay(play);
        accepted(play.write(WriteChecks.upsert(play, "warm")), "an upsert");
        Write.Upsert upsert = WriteChecks.upsert(play, "lost");
        relay.spoil(Fault.LOST_ANSWER, upsert.key());
        List<Written> answers =
                given(play.connector().write(play.ground().object(), List.of(upsert)), "a write whose answer was lost");
        boolean unknown = answers.get(0)
                .fold(accepted -> false, refused -> false, conflict -> false, gone -> false, lost -> true);
        require(unknown, "A write whose answer was lost was not answered as unknown.");
        relay.honest();
        Written again = play.write(upsert);
        String id = accepted(again, "the repeat");
        require(
                !again.fold(Written.Accepted::isNew, r -> true, c -> true, g -> true, u -> true),
                "The repeat of a write that had been done made a second record.");
        require(play.text(id).equals("lost"), "The record does not hold what was written.");
    }

    private static Relay relay(Play play) {
        Relay relay = play.subject()
                .relay()
                .orElseThrow(() -> new NotTried("The kit's relay does not stand before this CRM."));
        given(play.connector().authenticate(), "Signing in");
        return relay;
    }

    private static void requireAway(Answer<ChangePage> answer) {
        require(isAway(answer), "A CRM that is away was not answered as unavailable.");
    }

    private static boolean isAway(Answer<?> answer) {
        return answer.<Boolean>fold(given -> false, refused -> false, away -> true);
    }
}
