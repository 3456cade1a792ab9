package dev.tailback.hub.api;

import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.remapping.SwitchMapping;
import dev.tailback.hub.versions.Author;
import jakarta.inject.Singleton;

/** Switches the mapping of a CRM for a person. */
@Singleton
class SwitchedMapping {

    private final SwitchMapping switches;
    private final KeptSwitch kept;

    SwitchedMapping(SwitchMapping switches, KeptSwitch kept) {
        this.switches = switches;
        this.kept = kept;
    }

    void on(String crm, long number, long instead, Author author) {
        kept.keep(Deed.MAPPING_SWITCHED, crm, author, () -> switches.on(crm, number, instead, author));
    }

    void back(String crm, long number, long instead, Author author) {
        kept.keep(Deed.MAPPING_SWITCHED, crm, author, () -> switches.putBack(crm, number, instead, author));
    }
}
