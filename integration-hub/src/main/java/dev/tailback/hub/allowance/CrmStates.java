package dev.tailback.hub.allowance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells people how it stands with the CRMs. Changes nothing. */
@Singleton
public class CrmStates {

    private static final int MOST_DAYS = 92;

    private final AllowanceRows rows;
    private final CallRows calls;
    private final JudgeTurn judge;

    CrmStates(AllowanceRows rows, CallRows calls, AllowanceSettings settings) {
        this.rows = rows;
        this.calls = calls;
        this.judge = new JudgeTurn(settings);
    }

    /** Of all CRMs that were ever asked, by name. */
    public List<CrmState> all() {
        Instant now = rows.now();
        return rows.all().stream().map(crm -> state(crm, now)).toList();
    }

    /** Empty when it was never asked. */
    public Optional<CrmState> of(String crm) {
        return rows.find(crm).map(row -> state(row, rows.now()));
    }

    /** The newest day first. @param days 1 to 92 */
    public List<CallDay> calls(String crm, int days) {
        return calls.of(crm, Math.max(1, Math.min(days, MOST_DAYS)));
    }

    private CrmState state(AllowanceRow crm, Instant now) {
        Optional<Turn.Wait> wait = judge.of(crm, Priority.LIVE, now).fold(may -> Optional.empty(), Optional::of);
        CrmState.Kind kind = kind(crm, wait, now);
        return new CrmState(
                crm.crm(),
                kind,
                since(crm, kind),
                reason(crm, kind, now),
                wait.map(Turn.Wait::until).filter(until -> kind != CrmState.Kind.PAUSED),
                crm.left(now),
                crm.most(),
                Optional.ofNullable(crm.toldAt()),
                Optional.ofNullable(crm.answeredAt()),
                today(crm));
    }

    /** A probe that is due does not make an outage a connection. */
    private CrmState.Kind kind(AllowanceRow crm, Optional<Turn.Wait> wait, Instant now) {
        if (crm.isDown() && !crm.isPaused()) {
            return CrmState.Kind.OUTAGE;
        }
        return wait.map(some -> switch (some.kind()) {
                    case PAUSED -> CrmState.Kind.PAUSED;
                    case TOLD_TO_WAIT -> CrmState.Kind.WAITING;
                    case OUTAGE -> CrmState.Kind.OUTAGE;
                    case SHARE_USED -> CrmState.Kind.SHARE_USED;
                })
                .orElseGet(() ->
                        judge.isUsed(crm, Priority.LIVE, now) ? CrmState.Kind.SHARE_USED : CrmState.Kind.CONNECTED);
    }

    private static Optional<Instant> since(AllowanceRow crm, CrmState.Kind kind) {
        return switch (kind) {
            case PAUSED -> Optional.ofNullable(crm.pausedAt());
            case OUTAGE -> Optional.ofNullable(crm.downSince());
            case CONNECTED, SHARE_USED, WAITING -> Optional.empty();
        };
    }

    private Optional<String> reason(AllowanceRow crm, CrmState.Kind kind, Instant now) {
        return switch (kind) {
            case PAUSED -> Optional.of(pauseReason(crm));
            case OUTAGE -> Optional.of(JudgeTurn.downReason(crm));
            case WAITING -> Optional.of(JudgeTurn.waitReason(crm));
            case SHARE_USED -> Optional.of(judge.shareReason(crm, Priority.LIVE, now));
            case CONNECTED -> Optional.empty();
        };
    }

    /** With what the operator said: for people only, and in no outcome. */
    private static String pauseReason(AllowanceRow crm) {
        String note = Optional.ofNullable(crm.pauseNote()).orElse("");
        return (JudgeTurn.pauseReason(crm) + " " + note).strip();
    }

    private Map<Priority, Long> today(AllowanceRow crm) {
        return calls.of(crm.crm(), 1).stream().collect(Collectors.toMap(CallDay::priority, CallDay::calls));
    }
}
