package dev.tailback.hub.rulebook;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.SwitchReach;
import dev.tailback.hub.survivorship.RuleChange;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.SwitchVersions;
import dev.tailback.hub.versions.Switched;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets another version of the rules decide, in one transaction: from then on every decision is made by it, and {@link
 * SwitchReach} lets every golden record that it may touch be decided again.
 *
 * <p>A version that is put back decides as if the others had never been: over the same facts, and over what stood
 * when it was left. What people typed meanwhile is a fact, and stays.
 */
@Singleton
public class SwitchRules {

    private final Transactions transactions;
    private final SwitchVersions switches;
    private final RulesVersions versions;
    private final RuleChanges changes;
    private final SwitchReach reach;

    SwitchRules(
            Transactions transactions,
            SwitchVersions switches,
            RulesVersions versions,
            RuleChanges changes,
            SwitchReach reach) {
        this.transactions = transactions;
        this.switches = switches;
        this.versions = versions;
        this.changes = changes;
        this.reach = reach;
    }

    /** @param instead which was in force when its author looked at the preview */
    public Switched on(long number, long instead, Author author) {
        return checked(number, () -> switches.on(Subject.RULES, number, instead, author));
    }

    /** One act: the rules of an older version are in force again, as a new version. @param instead as above */
    public Switched putBack(long number, long instead, Author author) {
        return checked(number, () -> switches.putBack(Subject.RULES, number, instead, author));
    }

    private Switched checked(long number, Supplier<Switched> act) {
        return unusable(number)
                .<Switched>map(Switched.Refused::new)
                .orElseGet(() -> transactions.write(() -> {
                    Switched switched = act.get();
                    switched.fold(
                            done -> {
                                reach.ofEntities(done.now().id(), touched(done));
                                return true;
                            },
                            () -> false,
                            refused -> false);
                    return switched;
                }));
    }

    private Optional<String> unusable(long number) {
        try {
            versions.find(number);
            return Optional.empty();
        } catch (DeclarationInvalid invalid) {
            return Optional.of("Version " + number + " cannot be used any more: " + invalid.getMessage());
        }
    }

    private List<String> touched(Switched.Done done) {
        return changes.between(done.before(), done.now().number()).stream()
                .map(RuleChange::entity)
                .distinct()
                .toList();
    }
}
