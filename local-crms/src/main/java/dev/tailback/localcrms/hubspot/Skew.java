package dev.tailback.localcrms.hubspot;

import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.account.AccountClock;
import dev.tailback.localcrms.hubspot.faults.FaultKind;
import dev.tailback.localcrms.hubspot.faults.Faults;

/** Brings the faults that last, a wrong clock and a search that stands still, to where they act. */
record Skew(AccountClock clock, Account account) {

    void follow(Faults faults) {
        clock.skew(faults.lasting(FaultKind.CLOCK_SKEW)
                .map(fault -> fault.number("skewMs", 0))
                .orElse(0));
        boolean stuck = faults.lasting(FaultKind.STUCK_SEARCH).isPresent();
        account.read(content -> {
            content.index().stuck(stuck);
            return stuck;
        });
    }
}
