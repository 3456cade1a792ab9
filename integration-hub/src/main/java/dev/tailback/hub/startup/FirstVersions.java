package dev.tailback.hub.startup;

import dev.tailback.hub.crms.DeclaredCrm;
import dev.tailback.hub.crms.DeclaredCrms;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.remapping.KeepMapping;
import dev.tailback.hub.rulebook.KeepRules;
import dev.tailback.hub.versions.Author;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Puts the first rules, and the mapping that the file gives each CRM, in force where there are none yet. */
@Singleton
@Requires(beans = DeclaredCrms.class)
class FirstVersions {

    private final DeclaredCrms crms;
    private final KeepRules rules;
    private final KeepMapping mappings;

    FirstVersions(DeclaredCrms crms, KeepRules rules, KeepMapping mappings) {
        this.crms = crms;
        this.rules = rules;
        this.mappings = mappings;
    }

    void begin() {
        rules.begin(crms.all().stream().map(DeclaredCrm::name).sorted().toList());
        crms.all().forEach(crm -> mappings.begin(new CrmMapping(crm.name(), crm.objects()), Author.HUB));
    }
}
