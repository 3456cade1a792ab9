package dev.tailback.hub.rulebook;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.survivorship.RuleChange;
import dev.tailback.hub.survivorship.Rules;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;

/** Which rules are other ones in another version. */
@Singleton
public class RuleChanges {

    private final RulesVersions versions;
    private final Entities entities;

    RuleChanges(RulesVersions versions, Entities entities) {
        this.versions = versions;
        this.entities = entities;
    }

    /**
     * @throws IllegalArgumentException when there is no such version, or the entities that it speaks of are declared
     *     no longer
     */
    public List<RuleChange> between(long before, long after) {
        return RuleChange.between(rules(before), rules(after), entities);
    }

    private Rules rules(long number) {
        try {
            return versions.find(number)
                    .orElseThrow(() -> new IllegalArgumentException("there is no version " + number + " of the rules"));
        } catch (DeclarationInvalid invalid) {
            throw new IllegalArgumentException("version " + number + " of the rules cannot be used any more", invalid);
        }
    }
}
