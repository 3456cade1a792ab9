package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes down what became of customers that were to be created, a group in a transaction: there may be thousands. One that
 * cannot be written down delays no other: where they do not go together, each goes alone.
 */
@Singleton
class SettleCreations {

    private static final int TOGETHER = 100;
    private static final Duration WAIT_IN_AN_OUTAGE = Duration.ofSeconds(5);
    private static final Written NOT_TOLD = new Written.Unknown("The CRM's answer does not speak of this record.");

    private final Transactions transactions;
    private final Creations creations;
    private final KeepCreated keep;
    private final KeepManyCreated keepMany;

    SettleCreations(Transactions transactions, Creations creations, KeepCreated keep, KeepManyCreated keepMany) {
        this.transactions = transactions;
        this.creations = creations;
        this.keep = keep;
        this.keepMany = keepMany;
    }

    void settle(List<OnItsWay> sent, Answer<List<Written>> answer) {
        answer.<Runnable>fold(
                        written -> () -> each(sent, written),
                        refused -> () -> inGroups(
                                sent,
                                some -> some.forEach(one -> creations.again(one, refused.code(), refused.reason()))),
                        unavailable -> () -> inGroups(sent, some -> some.forEach(one -> unavailable(one, unavailable))))
                .run();
    }

    private void unavailable(OnItsWay one, Answer.Unavailable<?> unavailable) {
        Duration wait = unavailable.retryAfter().orElse(WAIT_IN_AN_OUTAGE);
        creations.unavailable(one, unavailable.code(), unavailable.reason(), wait);
    }

    /** What the CRM created is kept by statements for a whole group; of the others there are few. */
    private void each(List<OnItsWay> sent, List<Written> written) {
        Map<OnItsWay, Written.Accepted> accepted = new LinkedHashMap<>();
        List<Runnable> others = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            OnItsWay one = sent.get(index);
            Written became = index < written.size() ? written.get(index) : NOT_TOLD;
            became.<Runnable>fold(
                            made -> () -> accepted.put(one, made),
                            refused -> () -> others.add(() -> refused(one, refused)),
                            conflict -> () -> others.add(
                                    () -> keep.isThere(one, conflict.holds().id())),
                            gone -> () -> others.add(() -> gone(one)),
                            unknown -> () -> others.add(() -> creations.unsure(one, unknown.reason())))
                    .run();
        }
        inGroups(List.copyOf(accepted.entrySet()), some -> keepMany.accepted(map(some)));
        inGroups(others, some -> some.forEach(Runnable::run));
    }

    private static <K, V> Map<K, V> map(List<Map.Entry<K, V>> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private void gone(OnItsWay one) {
        creations.refused(
                one, "GONE", "The CRM says that a record with this key was deleted: look there whether to restore it.");
    }

    private void refused(OnItsWay one, Written.Refused refused) {
        if (refused.isForNow()) {
            creations.again(one, refused.code(), refused.reason());
        } else {
            creations.refused(one, refused.code(), refused.reason());
        }
    }

    private <T> void inGroups(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += TOGETHER) {
            together(all.subList(from, Math.min(all.size(), from + TOGETHER)), work);
        }
    }

    private <T> void together(List<T> some, Consumer<List<T>> work) {
        try {
            transactions.insist(() -> {
                work.accept(some);
                return some.size();
            });
        } catch (RuntimeException failure) {
            if (some.size() == 1) {
                throw failure;
            }
            some.forEach(one -> together(List.of(one), work));
        }
    }
}
