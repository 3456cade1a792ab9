package dev.tailback.hub.rulebook;

import dev.tailback.hub.survivorship.RulesInForce;
import dev.tailback.hub.survivorship.Survivorship;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The version that is in force. Its number is asked of the database each time, in the transaction that decides: so a
 * switch of another hub holds from the next decision on, and a golden record that became due by a switch is never
 * decided by the version before.
 */
@Singleton
@Secondary
class RulesSwitchedOn implements RulesInForce {

    private final RulesVersions versions;
    private volatile Optional<Survivorship> last = Optional.empty();

    RulesSwitchedOn(RulesVersions versions) {
        this.versions = versions;
    }

    @Override
    public Survivorship now() {
        long number = versions.inForce();
        return last.filter(known -> known.rules().version() == number).orElseGet(() -> read(number));
    }

    private Survivorship read(long number) {
        Survivorship read = versions.inForce(number);
        last = Optional.of(read);
        return read;
    }
}
