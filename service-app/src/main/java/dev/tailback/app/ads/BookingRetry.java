package dev.tailback.app.ads;

import dev.tailback.app.ledger.WaitingUnits.OnItsWay;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks live, then books. Before somebody is refused who may only be refused because units are counted on both sides
 * (Salesforce holds them, their outcome is on its way, or was applied while we looked), it asks what Salesforce holds,
 * and looks again.
 */
@Singleton
class BookingRetry {

    private static final int LOOKS = 3;

    private final AlreadyCounted alreadyCounted;

    BookingRetry(AlreadyCounted alreadyCounted) {
        this.alreadyCounted = alreadyCounted;
    }

    /** @throws dev.tailback.app.problems.Problem 409 {@code not_enough_units} */
    <T> T until(String contractId, Supplier<ContractLook> look, Function<ContractLook, T> booking) {
        Set<OnItsWay> counted = Set.of();
        for (int looks = 1; ; looks++) {
            try {
                // What was held before the look began is in what the look shows.
                return booking.apply(look.get().knowing(counted));
            } catch (TooFewUnits tooFew) {
                if (!tooFew.doubtful() || looks == LOOKS) {
                    throw tooFew.problem();
                }
                counted = alreadyCounted.of(contractId);
            }
        }
    }
}
