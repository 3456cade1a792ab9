package dev.tailback.hub.api;

import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.rulebook.SwitchRules;
import dev.tailback.hub.versions.Author;
import jakarta.inject.Singleton;

/** Switches the rules for a person. */
@Singleton
class SwitchedRules {

    private final SwitchRules switches;
    private final KeptSwitch kept;

    SwitchedRules(SwitchRules switches, KeptSwitch kept) {
        this.switches = switches;
        this.kept = kept;
    }

    void on(long number, long instead, Author author) {
        kept.keep(Deed.RULES_SWITCHED, "rules", author, () -> switches.on(number, instead, author));
    }

    void back(long number, long instead, Author author) {
        kept.keep(Deed.RULES_SWITCHED, "rules", author, () -> switches.putBack(number, instead, author));
    }
}
