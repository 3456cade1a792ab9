package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Writes down what became of customers that were to be created, each in a transaction of its own. */
@Singleton
class SettleCreations {

    private static final Duration WAIT_IN_AN_OUTAGE = Duration.ofSeconds(5);
    private static final Written NOT_TOLD = new Written.Unknown("The CRM's answer does not speak of this record.");

    private final Transactions transactions;
    private final Creations creations;
    private final KeepCreated keep;

    SettleCreations(Transactions transactions, Creations creations, KeepCreated keep) {
        this.transactions = transactions;
        this.creations = creations;
        this.keep = keep;
    }

    void settle(List<OnItsWay> sent, Answer<List<Written>> answer) {
        answer.<Runnable>fold(
                        written -> () -> each(sent, written),
                        refused -> () -> sent.forEach(
                                one -> commit(() -> creations.again(one, refused.code(), refused.reason()))),
                        unavailable -> () -> sent.forEach(one -> commit(() -> unavailable(one, unavailable))))
                .run();
    }

    private void unavailable(OnItsWay one, Answer.Unavailable<?> unavailable) {
        Duration wait = unavailable.retryAfter().orElse(WAIT_IN_AN_OUTAGE);
        creations.unavailable(one, unavailable.code(), unavailable.reason(), wait);
    }

    private void each(List<OnItsWay> sent, List<Written> written) {
        for (int index = 0; index < sent.size(); index++) {
            OnItsWay one = sent.get(index);
            Written became = index < written.size() ? written.get(index) : NOT_TOLD;
            commit(() -> became(one, became));
        }
    }

    private void became(OnItsWay one, Written became) {
        became.<Runnable>fold(
                        accepted -> () -> keep.accepted(one, accepted),
                        refused -> () -> refused(one, refused),
                        conflict -> () -> keep.isThere(one, conflict.holds().id()),
                        gone -> () -> creations.refused(
                                one,
                                "GONE",
                                "The CRM says that a record with this key was deleted: look there whether to restore it."),
                        unknown -> () -> creations.unsure(one, unknown.reason()))
                .run();
    }

    private void refused(OnItsWay one, Written.Refused refused) {
        if (refused.isForNow()) {
            creations.again(one, refused.code(), refused.reason());
        } else {
            creations.refused(one, refused.code(), refused.reason());
        }
    }

    private void commit(Runnable work) {
        transactions.write(() -> {
            work.run();
            return true;
        });
    }
}
