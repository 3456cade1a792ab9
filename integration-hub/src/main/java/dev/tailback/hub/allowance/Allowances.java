package dev.tailback.hub.allowance;

import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Who may call which CRM now, for all hubs at once. Each question and each lesson is a short transaction of its own that
 * holds the CRM's row: ask before a call, call, and tell what came of it.
 */
@Singleton
public class Allowances {

    /** Longer than any call of a connector runs but one of very many upserts: beside that, another hub may ask as well. */
    private static final Duration PROBE = Duration.ofMinutes(3);

    private final Transactions transactions;
    private final AllowanceRows rows;
    private final CallRows calls;
    private final KeepLesson keep;
    private final JudgeTurn judge;

    Allowances(
            Transactions transactions,
            AllowanceRows rows,
            CallRows calls,
            KeepLesson keep,
            AllowanceSettings settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.calls = calls;
        this.keep = keep;
        this.judge = new JudgeTurn(settings);
    }

    /** Whether one call may be sent now. One that may is counted, so only who means to send asks. */
    public Turn ask(String crm, Priority priority) {
        return transactions.write(() -> {
            rows.know(crm);
            Turn turn = judge.of(rows.lock(crm).orElseThrow(), priority, rows.now());
            turn.<Runnable>fold(may -> () -> granted(may), wait -> () -> {}).run();
            return turn;
        });
    }

    private void granted(Turn.May may) {
        rows.granted(may.crm());
        calls.count(may.crm(), may.priority(), 1);
        switch (may.purpose()) {
            case PROBE -> rows.probing(may.crm(), PROBE.toMillis());
            case LOOK -> rows.looked(may.crm());
            case NOTHING_ELSE -> {}
        }
    }

    /** @param may as {@link #ask} gave it */
    public void learn(Turn.May may, Lesson lesson) {
        transactions.write(() -> {
            AllowanceRow before = rows.lock(may.crm()).orElseThrow();
            if (lesson.calls() > 1) {
                calls.count(may.crm(), may.priority(), lesson.calls() - 1);
            }
            keep.keep(may, before, lesson);
            return true;
        });
    }
}
