package dev.tailback.hub.api;

import dev.tailback.hub.drift.Drift;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.Version;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;

/** Makes a suggested new name a version of the mapping like any other: compared, kept, switched on. */
@Singleton
class SuggestedMapping {

    private final Drift drift;
    private final VersionsOf versions;
    private final CheckedMapping checked;
    private final SwitchedMapping switched;
    private final Entities entities;

    SuggestedMapping(
            Drift drift, VersionsOf versions, CheckedMapping checked, SwitchedMapping switched, Entities entities) {
        this.drift = drift;
        this.versions = versions;
        this.checked = checked;
        this.switched = switched;
        this.entities = entities;
    }

    /** @throws Problem 409 when nobody suggests that any more */
    void switchOn(String crm, SuggestedField chosen, Author author) {
        if (drift.suggestions(crm).stream().noneMatch(chosen::isSaidBy)) {
            throw HubProblems.notOpen("the suggestion of " + chosen);
        }
        Version before = versions.inForce(Subject.mapping(crm));
        String yaml = chosen.in(read(before)).yaml();
        switched.on(crm, checked.kept(crm, yaml, author), before.number(), author);
    }

    private CrmMapping read(Version inForce) {
        try {
            return CrmMapping.read(inForce.text(), entities);
        } catch (DeclarationInvalid unreadable) {
            throw new IllegalStateException("the mapping in force cannot be read", unreadable);
        }
    }
}
