package dev.tailback.hub.rulebook;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.survivorship.Expressions;
import dev.tailback.hub.survivorship.Rules;
import dev.tailback.hub.survivorship.Survivorship;
import dev.tailback.hub.versions.InForce;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Version;
import dev.tailback.hub.versions.Versions;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the rules of a version. Their number is the version's, whatever the file says. */
@Singleton
class RulesVersions {

    private final Versions versions;
    private final Entities entities;
    private final Expressions expressions;

    RulesVersions(Versions versions, Entities entities, Expressions expressions) {
        this.versions = versions;
        this.entities = entities;
        this.expressions = expressions;
    }

    long inForce() {
        return versions.inForce(Subject.RULES)
                .map(InForce::number)
                .orElseThrow(() -> new IllegalStateException(
                        "no rules are in force: KeepRules.begin comes before everything else"));
    }

    Rules read(String yaml) throws DeclarationInvalid {
        return Rules.read(yaml, entities, expressions);
    }

    /** @throws DeclarationInvalid when an entity is declared otherwise than when the version was kept */
    Optional<Rules> find(long number) throws DeclarationInvalid {
        Optional<Version> version = versions.find(Subject.RULES, number);
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(read(version.get().text()).numbered(number));
    }

    /** @param line the version on whose decisions it stands */
    Survivorship survivorship(Rules rules, long line) {
        return new Survivorship(rules, expressions, versions.passedOver(Subject.RULES, line));
    }

    /** One that is or was in force. */
    Survivorship inForce(long number) {
        try {
            return survivorship(find(number).orElseThrow(), number);
        } catch (DeclarationInvalid invalid) {
            throw new IllegalStateException(
                    "version " + number + " of the rules is in force and cannot be used", invalid);
        }
    }
}
