package dev.tailback.ads;

import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks live, then books. When units were reported while we looked, what we saw may or may not hold them; then it looks again rather than refuse
 * somebody who could have had them.
 */
@Singleton
class LookAgain {

    private static final int LOOKS = 3;

    /** @throws dev.tailback.problems.Problem 409 {@code not_enough_units} */
    <T> T until(Supplier<ContractLook> look, Function<ContractLook, T> booking) {
        for (int looks = 1; ; looks++) {
            try {
                return booking.apply(look.get());
            } catch (TooFewUnits tooFew) {
                if (!tooFew.doubtful() || looks == LOOKS) {
                    throw tooFew.problem();
                }
            }
        }
    }
}
