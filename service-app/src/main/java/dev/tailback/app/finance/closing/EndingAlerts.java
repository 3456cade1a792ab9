package dev.tailback.app.finance.closing;

import dev.tailback.app.operator.alerts.AlertKind;
import dev.tailback.app.operator.alerts.AlertSource;
import dev.tailback.app.operator.alerts.Condition;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which contracts end soon with entries unsent, for alerts. Salesforce is asked live, four times an hour at most, since
 * each question costs a call; in between, and while it does not answer, nothing begins and nothing is over.
 */
@Singleton
class EndingAlerts implements AlertSource {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(15);

    private final EndingContracts contracts;
    private final EndingAlertSettings settings;
    private final Clock clock;
    private volatile Instant askAgainAt = Instant.MIN;

    EndingAlerts(EndingContracts contracts, EndingAlertSettings settings, Clock clock) {
        this.contracts = contracts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.ENDING);
    }

    @Override
    public Optional<List<Condition>> now() {
        Instant now = clock.instant();
        if (now.isBefore(askAgainAt)) {
            return Optional.empty();
        }
        askAgainAt = now.plus(BETWEEN_QUESTIONS);
        return contracts
                .within(settings.endingDays())
                .fold(
                        found -> Optional.of(found.value().stream()
                                .map(EndingAlerts::condition)
                                .toList()),
                        Optional::empty,
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty());
    }

    /** With its number and no customer: the message leaves the house. */
    private static Condition condition(EndingContract contract) {
        long unsent = contract.waiting() + contract.retrying() + contract.rejected();
        return new Condition(
                AlertKind.ENDING,
                contract.contractId(),
                "The last day of contract " + contract.contractNumber() + " is " + contract.endDate() + ", and "
                        + unsent + " of its entries are not in Salesforce: " + contract.waiting() + " waiting, "
                        + contract.retrying() + " retrying, " + contract.rejected() + " rejected.",
                unsent);
    }
}
