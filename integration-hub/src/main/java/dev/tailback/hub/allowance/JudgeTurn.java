package dev.tailback.hub.allowance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who may call a CRM now. What an operator said counts most, then what the CRM said, then whether it answers at all, then
 * what is left of its allowance.
 */
record JudgeTurn(AllowanceSettings settings) {

    /** An operator's word is looked for so often. */
    private static final Duration PAUSE_LOOK = Duration.ofSeconds(5);

    /** Whether there is more again is asked so often, by one call. */
    private static final Duration SHARE_LOOK = Duration.ofMinutes(10);

    Turn of(AllowanceRow crm, Priority priority, Instant now) {
        return paused(crm, now)
                .or(() -> told(crm, now))
                .or(() -> down(crm, now))
                .<Turn>map(wait -> wait)
                .orElseGet(() -> crm.isDown() ? may(crm, priority, Turn.Purpose.PROBE) : share(crm, priority, now));
    }

    private static Optional<Turn.Wait> paused(AllowanceRow crm, Instant now) {
        return crm.isPaused()
                ? Optional.of(wait(WaitKind.PAUSED, now, now.plus(PAUSE_LOOK), pauseReason(crm)))
                : Optional.empty();
    }

    static String pauseReason(AllowanceRow crm) {
        return crm.crm() + " was paused by " + crm.pausedBy() + ": nothing is sent until an operator resumes it.";
    }

    private static Optional<Turn.Wait> told(AllowanceRow crm, Instant now) {
        return crm.waiting(now).map(until -> wait(WaitKind.TOLD_TO_WAIT, now, until, waitReason(crm)));
    }

    static String waitReason(AllowanceRow crm) {
        return crm.crm() + " told us to wait: " + crm.waitReason();
    }

    private static Optional<Turn.Wait> down(AllowanceRow crm, Instant now) {
        return crm.isDown()
                ? crm.probing(now)
                        .or(() -> crm.nextProbe().filter(now::isBefore))
                        .map(until -> wait(WaitKind.OUTAGE, now, until, downReason(crm)))
                : Optional.empty();
    }

    static String downReason(AllowanceRow crm) {
        return crm.crm() + " cannot answer since " + crm.downSince() + ": " + crm.downReason();
    }

    private Turn share(AllowanceRow crm, Priority priority, Instant now) {
        if (!isUsed(crm, priority, now)) {
            return may(crm, priority, Turn.Purpose.NOTHING_ELSE);
        }
        Instant look = crm.looked().map(looked -> looked.plus(SHARE_LOOK)).orElse(now);
        return now.isBefore(look)
                ? wait(WaitKind.SHARE_USED, now, look, shareReason(crm, priority, now))
                : may(crm, priority, Turn.Purpose.LOOK);
    }

    boolean isUsed(AllowanceRow crm, Priority priority, Instant now) {
        OptionalLong left = crm.left(now);
        OptionalLong most = crm.most();
        return left.isPresent() && most.isPresent() && left.getAsLong() <= settings.kept(priority, most.getAsLong());
    }

    String shareReason(AllowanceRow crm, Priority priority, Instant now) {
        return "Of " + crm.crm() + "'s " + crm.most().orElse(0) + " calls "
                + crm.left(now).orElse(0)
                + " are left, and the hub leaves "
                + settings.kept(priority, crm.most().orElse(0))
                + " of them to the company's other programs and to more urgent calls.";
    }

    private static Turn may(AllowanceRow crm, Priority priority, Turn.Purpose purpose) {
        return new Turn.May(crm.crm(), priority, purpose);
    }

    private static Turn.Wait wait(WaitKind kind, Instant now, Instant until, String reason) {
        return new Turn.Wait(kind, until, Duration.between(now, until), reason);
    }
}
